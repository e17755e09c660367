#!/bin/bash
# copy.sh RUN FILE... :FOLDER     copies files and folders of this machine into the guest
# copy.sh RUN :FILE... FOLDER     copies from the guest: a path in the guest begins with a colon
set -euo pipefail
# shellcheck source=tests/appliance/guest/lib.sh
. "$(dirname "$0")/lib.sh"

[[ $# -ge 3 ]] || die "usage: copy.sh RUN FILE... :FOLDER"
find_guest "$1"
shift
paths=()
for path in "$@"; do
    [[ $path != :* ]] || path=root@127.0.0.1$path
    paths+=("$path")
done
exec scp -q -r -p -P "$port" "${ssh_options[@]}" "${paths[@]}"
