#!/bin/bash
# build.sh     prints the folder of the test guest, built before if need be
#
# A Debian 13 system with the kernel and the libcamera of its backports, the camera tools the tests use, and this
# machine's .NET runtime: root.img (ext4, the whole disk), vmlinuz, initrd and key (for ssh as root). It needs neither
# loop devices nor a boot loader: mmdebstrap unpacks the packages, mke2fs -d makes the disk, the emulator starts the kernel.
# The folder lies outside the checkout and is kept until this recipe or the runtime changes.
#
# PILITTLEEYE_CACHE   where it is kept (default: ${XDG_CACHE_HOME:-~/.cache}/pi-little-eye)
# DEBIAN_MIRROR       the archive to build from (default: the one which apt on this machine uses)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/appliance/guest/lib.sh
. "$here/lib.sh"

# From the stable release, but for the last line: those come from its backports. systemd-resolved is left out on
# purpose, the guest needs no names. perl-base (freeze-thread, the camera stubs) is in every Debian.
packages=(systemd-sysv dbus udev kmod initramfs-tools openssh-server iproute2 netbase procps curl ca-certificates tzdata
    libssl3t64 libstdc++6 zlib1g libturbojpeg0 libsqlite3-0
    v4l-utils ffmpeg gstreamer1.0-tools gstreamer1.0-plugins-base
    linux-image-amd64 libcamera-tools libcamera-ipa gstreamer1.0-libcamera)
backports='linux-* libcamera* gstreamer1.0-libcamera libpisp*'
disk_size=3G

# --- what this machine needs, to build the guest and to boot it ---

update_lists() { compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null || apt-get -qq update >/dev/null; }

PATH=$PATH:/usr/sbin:/sbin
export DEBIAN_FRONTEND=noninteractive
missing=()
for pair in mount:mount mmdebstrap:mmdebstrap mke2fs:e2fsprogs ssh:openssh-client qemu-system-x86_64:qemu-system-x86; do
    command -v "${pair%:*}" >/dev/null || missing+=("${pair#*:}")
done
if ((${#missing[@]})); then
    [[ $EUID == 0 ]] || die "missing here; install: sudo apt-get install ${missing[*]}"
    say "installing ${missing[*]}"
    update_lists
    apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null || die "could not install: ${missing[*]}"
fi

# --- the name of what is to be built ---

runtime=$({ dotnet --list-runtimes 2>/dev/null || true; } | awk '$1 == "Microsoft.AspNetCore.App" && $2 ~ /^10\./ { print $2, $3 }' | sort -V | tail -1)
[[ -n $runtime ]] || die "no ASP.NET Core 10 runtime here (dotnet --list-runtimes); install the SDK that global.json names"
runtime_version=${runtime%% *}
dotnet_root=${runtime#* [}
dotnet_root=${dotnet_root%/shared/*}

cache=${PILITTLEEYE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pi-little-eye}
recipe=$( (cd "$here" && find build.sh build-step.sh image -type f -print0 | sort -z | xargs -0 sha256sum && printf '%s\n' "$runtime_version") | sha256sum)
guest=$cache/guest-${recipe:0:16}
mkdir -p "$cache"

finish() {
    # What an earlier recipe left, unless one of its guests runs: boot.sh holds a lock on the folder as long.
    local old
    for old in "$cache"/guest-*; do
        [[ $old != "$guest" && -d $old ]] || continue
        flock --nonblock "$old/in-use" rm -rf "$old" || say "$old is in use, kept"
    done
    printf '%s\n' "$guest"
    exit 0
}

[[ ! -e $guest/root.img ]] || finish
exec 9>"$cache/lock"
flock 9 # somebody else may be building the same
[[ ! -e $guest/root.img ]] || finish
rm -rf --one-file-system "$cache"/building.* # of a build that was interrupted

# --- the build ---

[[ $(dpkg --print-architecture 2>/dev/null) == amd64 ]] || die "this recipe is for Debian on x86-64"
[[ $EUID == 0 ]] || die "building the guest needs root, once: sudo PILITTLEEYE_CACHE='$cache' $here/build.sh"
update_lists
# shellcheck disable=SC2016 # the dollars are apt's
mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(ORIGIN)|$(CODENAME)|$(SITE)' 'Identifier: Packages' |
    awk -F'|' '$1 == "Debian" && $2 !~ /security|updates|backports/ { print $3; exit }')}
[[ -n $mirror ]] || die "apt on this machine uses no Debian archive; name one in DEBIAN_MIRROR"

# shellcheck disable=SC2317 # called by the trap
clean_up() {
    [[ $1 == 0 || ! -s $work/log ]] || tail -n 30 "$work/log" >&2
    rm -rf --one-file-system "$work"
}
work=$(mktemp -d "$cache/building.XXXXXX")
trap 'clean_up $?' EXIT
trap 'exit 130' INT TERM HUP
started=$SECONDS
ssh-keygen -q -t ed25519 -N '' -C pi-little-eye-test-guest -f "$work/key"
apt-config dump | grep -E '^Acquire::(http|https)::|^Acquire::Check-' >"$work/apt.conf" || true # a proxy, say
printf 'Apt::Install-Recommends "false";\nAcquire::Languages "none";\n' >>"$work/apt.conf"

say "building $guest (some minutes)"
export mirror backports dotnet_root runtime_version work
# Its own mount namespace: what is mounted in the new system goes with the processes, however they end.
unshare --mount mmdebstrap --quiet --mode=root --variant=minbase --architectures=amd64 --components=main \
    --aptopt="$work/apt.conf" --dpkgopt=force-unsafe-io \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --include="$(IFS=,; printf '%s' "${packages[*]}")" \
    --setup-hook="$here/build-step.sh setup \"\$1\"" --essential-hook="$here/build-step.sh essential \"\$1\"" \
    --customize-hook="$here/build-step.sh customize \"\$1\"" \
    trixie "$work/root" "deb $mirror trixie main" "deb $mirror trixie-backports main" >&2

rm -rf "$work"/root/var/cache/apt/* "$work"/root/var/lib/apt/lists/* "$work/root/etc/resolv.conf"
truncate -s "$disk_size" "$work/root.img"
mke2fs -q -F -t ext4 -L root -E lazy_itable_init=0,lazy_journal_init=0,root_owner=0:0 -d "$work/root" "$work/root.img"
rm -rf --one-file-system "$work/root" "$work/apt.conf" "$work/packages" "$work/log"
touch "$work/in-use"
[[ -z ${SUDO_UID:-} ]] || chown -R "$SUDO_UID:${SUDO_GID:-$SUDO_UID}" "$work"
chmod 755 "$work"
mv "$work" "$guest"
say "built in $((SECONDS - started)) s, $(du -sh "$guest" | cut -f1) on disk"
finish
