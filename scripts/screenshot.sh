#!/usr/bin/env bash
# Draws deploy/screenshot.png, the picture in README.md: starts the program with a test pattern and looks at its page with Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/packages.sh
. scripts/packages.sh

need_dotnet
need_debian libturbojpeg0 libsqlite3-0 chromium ffmpeg
dotnet build tests/PiLittleEye.AcceptanceTests --nologo --verbosity quiet
dotnet artifacts/bin/PiLittleEye.AcceptanceTests/debug/PiLittleEye.AcceptanceTests.dll -noColor -explicit only -class '*.ReadmePicture'
# A palette of its own makes a third of the size, and nobody sees the difference.
ffmpeg -v error -y -i artifacts/screenshots/readme.png \
  -filter_complex '[0]split[a][b];[a]palettegen=max_colors=256:stats_mode=full[p];[b][p]paletteuse=dither=bayer:bayer_scale=4' \
  -frames:v 1 -compression_level 100 -pred none deploy/screenshot.png
echo "deploy/screenshot.png: $(stat -c %s deploy/screenshot.png) bytes"
