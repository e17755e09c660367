#!/usr/bin/env bash
# Builds Pi Little Eye and runs it in the foreground on https://localhost:5220, with whatever camera is there.
# Arguments are passed on, as: ./scripts/run.sh --Https:Port 5443 --Cameras:0:Source test-pattern
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/packages.sh
. scripts/packages.sh

need_dotnet
need_debian libturbojpeg0 libsqlite3-0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! dotnet build src/PiLittleEye --configuration Release --nologo --verbosity quiet >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
rm -f "$log"
exec dotnet artifacts/bin/PiLittleEye/release/PiLittleEye.dll "$@"
