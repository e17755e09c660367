#!/bin/bash
# run.sh RUN COMMAND...     runs a command in the guest as root; its output and its exit code are those of the command
# Like ssh, it joins the words with blanks and gives them to a shell. Code 255 means that the guest was not reached.
set -euo pipefail
# shellcheck source=tests/appliance/guest/lib.sh
. "$(dirname "$0")/lib.sh"

[[ $# -ge 2 ]] || die "usage: run.sh RUN COMMAND..."
find_guest "$1"
shift
exec ssh "${ssh_options[@]}" -p "$port" root@127.0.0.1 "$@"
