#!/bin/bash
# install.sh RUN PROGRAM     installs the published program in a running test guest as the package would, without starting it
# RUN: the guest's folder (guest/boot.sh), PROGRAM: what "dotnet publish src/PiLittleEye" wrote.
# Until there is a package, this puts its files where the package will.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
deploy=$here/../../deploy
[[ $# == 2 && -e $2/PiLittleEye.dll ]] || { echo "usage: install.sh RUN PROGRAM (a folder with PiLittleEye.dll)" >&2; exit 1; }
run=$1
program=$2

guest() { "$here/guest/run.sh" "$run" "$@"; }

guest 'rm -rf /root/setup /usr/lib/pi-little-eye && mkdir -p /root/setup'
"$here/guest/copy.sh" "$run" "$program" :/usr/lib/pi-little-eye
"$here/guest/copy.sh" "$run" "$deploy" "$here/stubs" :/root/setup
# shellcheck disable=SC2016 # the dollars belong to the guest's shell
guest 'set -e
    cd /root/setup/deploy
    printf "#!/bin/sh\nexec dotnet /usr/lib/pi-little-eye/PiLittleEye.dll \"\$@\"\n" >/usr/bin/pi-little-eye
    chmod 755 /usr/bin/pi-little-eye
    install -D -m 644 systemd/pi-little-eye.sysusers /usr/lib/sysusers.d/pi-little-eye.conf
    systemd-sysusers pi-little-eye.conf
    rm -f /etc/udev/rules.d/60-camera.rules # the product brings its own
    install -D -m 644 -t /usr/lib/udev/rules.d udev/60-pi-little-eye.rules
    udevadm control --reload
    udevadm trigger --settle
    install -D -m 644 -t /etc/pi-little-eye settings.json
    install -D -m 644 -t /usr/lib/systemd/system systemd/pi-little-eye.service
    # The start is mostly compiling: six seconds in emulation on an idle machine, more than a minute and a half on a crowded one.
    mkdir -p /etc/systemd/system/pi-little-eye.service.d
    printf "[Service]\nTimeoutStartSec=300\n" >/etc/systemd/system/pi-little-eye.service.d/emulation.conf
    rm -rf /opt/camera-stubs && cp -r ../stubs /opt/camera-stubs
    systemctl daemon-reload
    systemctl enable --quiet pi-little-eye'
