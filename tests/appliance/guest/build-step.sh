#!/bin/bash
# build-step.sh STEP ROOT     one step of build.sh, called by mmdebstrap; ROOT: the system being put together
set -euo pipefail
: "${mirror:?}" "${backports:?}" "${dotnet_root:?}" "${runtime_version:?}" "${work:?}" # build.sh exports them
here=$(cd "$(dirname "$0")" && pwd)
root=$2

# Before the first package: which of them come from the backports.
setup() {
    mkdir -p "$root/etc/apt/preferences.d"
    printf 'Package: %s\nPin: release n=trixie-backports\nPin-Priority: 600\n' "$backports" >"$root/etc/apt/preferences.d/backports"
}

# Before the kernel comes, so that its one initrd is made small: under emulation a full one costs tens of seconds.
essential() {
    mkdir -p "$root/etc/initramfs-tools/conf.d"
    printf 'MODULES=list\nCOMPRESS=gzip\nFSTYPE=ext4\n' >"$root/etc/initramfs-tools/conf.d/guest.conf"
    printf 'virtio_pci\nvirtio_blk\next4\ncrc32c\n' >"$root/etc/initramfs-tools/modules"
    printf 'do_symlinks=no\n' >"$root/etc/kernel-img.conf"
}

# shellcheck disable=SC2016 # the dollar is dpkg's
packages_here() { chroot "$root" dpkg-query -W -f '${binary:Package}\n' | sort; }

# v4l2loopback plays the MJPEG webcam, which no driver of Debian's kernel can. The stable release's source is too old for
# the kernel of its backports, so the newest one (sid) is compiled, with the compiler that made the kernel; then all of
# that goes again.
loopback() {
    local kernel=$1 before=$work/packages place=/tmp/v4l2loopback
    mkdir "$root$place"
    printf 'deb %s sid main\n' "$mirror" >"$root/etc/apt/sources.list.d/sid.list"
    printf 'Package: *\nPin: release n=sid\nPin-Priority: -1\n' >"$root/etc/apt/preferences.d/sid"
    chroot "$root" apt-get -qq update
    chroot "$root" sh -c "cd $place && apt-get -qq download v4l2loopback-dkms/sid && dpkg-deb -x v4l2loopback-dkms_*.deb . && mv usr/src/v4l2loopback-* source"
    rm "$root/etc/apt/sources.list.d/sid.list" "$root/etc/apt/preferences.d/sid"

    packages_here >"$before"
    chroot "$root" apt-get -qq install -y "linux-headers-$kernel" binutils make
    chroot "$root" make -C "/lib/modules/$kernel/build" "M=$place/source" modules
    install -D -m 644 -t "$root/lib/modules/$kernel/extra" "$root$place/source/v4l2loopback.ko"
    packages_here | comm -13 "$before" - | xargs chroot "$root" dpkg --purge --force-depends
    chroot "$root" depmod "$kernel"
    rm -rf "$root$place" # this alone: mmdebstrap keeps its apt configuration in the same /tmp
}

# The initrd has one disk to mount; with udev in it the boot takes some seconds more.
small_initrd() {
    rm "$root"/usr/share/initramfs-tools/{hooks/udev,scripts/init-top/udev,scripts/init-bottom/udev}
    chroot "$root" update-initramfs -u -k "$1"
}

customize() {
    local kernel dotnet=$root/usr/share/dotnet
    kernel=$(basename "$root"/lib/modules/*)
    loopback "$kernel" >"$work/log" 2>&1
    small_initrd "$kernel" >"$work/log" 2>&1

    cp -r --preserve=mode,links --no-preserve=ownership "$here/image/." "$root"
    printf 'guest\n' >"$root/etc/hostname"
    printf '127.0.0.1 localhost guest\n' >"$root/etc/hosts"
    chroot "$root" passwd --quiet --delete root
    install -d -m 700 "$root/root/.ssh"
    install -m 600 "$work/key.pub" "$root/root/.ssh/authorized_keys"
    mkdir "$root/host" # boot.sh --share
    chroot "$root" systemctl --quiet enable systemd-networkd ssh guest-ready
    # Nothing waits for the network, no timer burns the processor while a test measures, and nothing is done at every boot
    # that a disk which is thrown away afterwards does not need.
    chroot "$root" systemctl --quiet mask systemd-networkd-wait-online.service ldconfig.service apt-daily.timer \
        apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer fstrim.timer e2scrub_reap.service \
        systemd-journal-catalog-update.service systemd-update-done.service systemd-random-seed.service \
        systemd-sysusers.service systemd-modules-load.service kmod-static-nodes.service getty@tty1.service \
        modprobe@drm.service modprobe@efi_pstore.service sys-kernel-debug.mount sys-kernel-tracing.mount \
        dev-hugepages.mount dev-mqueue.mount sys-fs-fuse-connections.mount

    mkdir -p "$dotnet"
    cp "$dotnet_root/dotnet" "$dotnet/"
    (cd "$dotnet_root" && cp -r --parents -t "$dotnet" host/fxr \
        "shared/Microsoft.NETCore.App/$runtime_version" "shared/Microsoft.AspNetCore.App/$runtime_version")
    ln -s ../share/dotnet/dotnet "$root/usr/bin/dotnet"

    cp "$root/boot/vmlinuz-$kernel" "$work/vmlinuz"
    cp "$root/boot/initrd.img-$kernel" "$work/initrd"
}

"$1"
