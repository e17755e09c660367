#!/usr/bin/env bash
# Builds everything and runs the whole test-suite of this machine. Last line: N passed, N failed, N skipped.
# What needs a real kernel with cameras and systemd is in test-appliance.sh.
set -uo pipefail
cd "$(dirname "$0")/.." || exit
# shellcheck source=scripts/packages.sh
. scripts/packages.sh

passed=0 failed=0 skipped=0

# check NAME COMMAND…: one test that is a command; its output is shown when it fails.
check() {
  local name=$1 log
  shift
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
    echo "ok      $name"
  else
    failed=$((failed + 1))
    echo "FAILED  $name"
    tail -n 40 "$log"
  fi
  rm -f "$log"
}

# suite NAME: the program of a test project; xunit prints a summary that is added up.
suite() {
  local name=$1 log total
  log=$(mktemp)
  echo "------  $name"
  dotnet "artifacts/bin/$name/debug/$name.dll" -noColor >"$log" 2>&1
  total=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -n 1)
  if [ -z "$total" ]; then
    failed=$((failed + 1))
    tail -n 40 "$log"
  else
    local t e f s
    read -r t e f s <<<"$(grep -oE '[0-9]+' <<<"$total" | tr '\n' ' ')"
    failed=$((failed + e + f))
    skipped=$((skipped + s))
    passed=$((passed + t - f - s))
    if [ $((e + f)) -gt 0 ]; then grep -vE '^ +(at |Discover|Start|Finish)' "$log"; fi
    grep -E '\[SKIP\]' -A 1 "$log" || true
    echo "ok      $name: $total"
  fi
  rm -f "$log"
}

need_dotnet
need_debian libturbojpeg0 libsqlite3-0 sqlite3 shellcheck curl openssl libnss3-tools ffmpeg chromium python3-opencv zbar-tools vlc-bin vlc-plugin-base nginx-light slowhttptest \
  dovecot-core dovecot-imapd dovecot-lmtpd postfix util-linux procps || exit 1

# The test that needs it says so when it is missing; not every Debian has it.
need_debian testssl.sh || echo "testssl.sh cannot be installed; its test is skipped."

# Node comes with or without npm inside, as the machine's owner got it.
if ! command -v npm >/dev/null; then need_debian nodejs npm || exit 1; fi

check "packages as locked" dotnet restore --locked-mode --nologo
check "tools" dotnet tool restore --tool-manifest .config/dotnet-tools.json
check "format" dotnet csharpier check .
check "build without warnings" dotnet build --no-restore --nologo
mapfile -t scripts < <(git ls-files 'scripts/*' '.ci/*' 'deploy/*' 'tests/*.sh' 'tests/appliance/*' | xargs -r grep -lE '^#!.*(bash|/sh)|^# shellcheck shell')
check "shell scripts" shellcheck --external-sources "${scripts[@]}"
suite PiLittleEye.Native.Tests
suite PiLittleEye.Tests
suite PiLittleEye.ProcessTests
check "packages of the browser tests as locked" npm ci --prefix tests/PiLittleEye.AcceptanceTests
check "modules of the page" node --test tests/page/*.test.mjs
suite PiLittleEye.AcceptanceTests

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
