#!/bin/bash
# stop.sh RUN               shuts the guest down as its power button would, by force if it does not end within a minute
# stop.sh --power-cut RUN   ends it at once, as if the power had failed
set -euo pipefail
# shellcheck source=tests/appliance/guest/lib.sh
. "$(dirname "$0")/lib.sh"

cut=
[[ ${1:-} != --power-cut ]] || { cut=yes; shift; }
[[ $# == 1 ]] || die "usage: stop.sh [--power-cut] RUN"
[[ -d $1 ]] || exit 0
run=$(cd "$1" && pwd)
pid=$(guest_pid "$run")
[[ -n $pid ]] || exit 0
if [[ -n $cut ]]; then
    kill -KILL "$pid"
else
    monitor "$run" system_powerdown >/dev/null || true
    wait_for_end "$run" 60 || kill "$pid"
    wait_for_end "$run" 10 || kill -KILL "$pid"
fi
wait_for_end "$run" 10 || die "the emulator (pid $pid) does not end"
rm -f "$run"/{pid,monitor,ports,ssh}
