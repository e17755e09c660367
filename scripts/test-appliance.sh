#!/usr/bin/env bash
# Tests that need a real kernel: cameras, systemd, power cuts. They run in an emulated Debian guest (tests/appliance/README.md).
# Last line: N passed, N failed, N skipped.
#
#   scripts/test-appliance.sh [--keep FOLDER] [ARGUMENTS OF XUNIT]
#     --keep FOLDER   uses the guest of this folder, boots it if it does not run, and leaves it running
#     -class, -method and others go to the test program: scripts/test-appliance.sh -class '*UnpluggedTests'
set -uo pipefail
cd "$(dirname "$0")/.." || exit
# shellcheck source=scripts/packages.sh
. scripts/packages.sh

guest=tests/appliance/guest
program=PiLittleEye.ApplianceTests
results=artifacts/appliance
run='' keep='' boot='' tests=''
if [ "${1:-}" = --keep ]; then
  run=${2:?--keep needs a folder} keep=yes
  shift 2
fi

# Ends what this script has started and nothing else, however it ends itself.
clean_up() {
  trap '' INT TERM HUP
  local group
  for group in $tests $boot; do
    if kill -TERM -- "-$group" 2>/dev/null; then wait "$group" 2>/dev/null; fi
  done
  if [ -z "$keep" ] && [ -n "$run" ]; then
    $guest/stop.sh --power-cut "$run"
    rm -rf "$run"
  fi
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# give_up LOG: says why there is nothing to test.
give_up() {
  tail -n 40 "$1" >&2
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
}

need_dotnet
need_debian mmdebstrap e2fsprogs mount openssh-client qemu-system-x86 qemu-utils ffmpeg libturbojpeg0 libsqlite3-0 || exit 1
mkdir -p "$results"
if [ -n "$run" ]; then mkdir -p "$run"; else run=$(mktemp -d "${TMPDIR:-/tmp}/appliance.XXXXXX"); fi

if [ -z "$keep" ] || ! $guest/run.sh "$run" true 2>/dev/null; then
  # While it boots, the program is built. A session of its own, so that it can be ended with all that it starts.
  setsid $guest/boot.sh "$run" --forward 5220 --disk "$run/disk" --lifetime 60 >"$results/boot.log" 2>&1 &
  boot=$!
fi
{
  dotnet build tests/$program --nologo --verbosity quiet &&
    dotnet publish src/PiLittleEye --configuration Release --output "$results/program" --nologo --verbosity quiet
} >"$results/build.log" 2>&1 || give_up "$results/build.log"
if [ -n "$boot" ]; then
  wait "$boot" || { boot=''; give_up "$results/boot.log"; }
  boot=''
fi

APPLIANCE_GUEST=$(realpath "$run") APPLIANCE_PROGRAM=$(realpath "$results/program") \
  setsid dotnet artifacts/bin/$program/debug/$program.dll -noColor -xml "$results/results.xml" "$@" >"$results/tests.log" 2>&1 &
tests=$!
wait "$tests"
tests=''

total=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$results/tests.log" | tail -n 1)
[ -n "$total" ] || give_up "$results/tests.log"
read -r t e f s <<<"$(grep -oE '[0-9]+' <<<"$total" | tr '\n' ' ')"
if [ $((e + f)) -gt 0 ]; then
  grep -vE '^ +(at |Discover|Start|Finish)' "$results/tests.log"
  $guest/run.sh "$run" journalctl --no-pager --output short-precise --unit pi-little-eye >"$results/journal.log" 2>&1 || true
  echo "The service's journal is in $results/journal.log."
fi
grep -E '\[SKIP\]' -A 1 "$results/tests.log" || true

echo "$((t - f - s)) passed, $((f + e)) failed, $s skipped"
[ $((f + e)) -eq 0 ]
