#!/bin/bash
# boot.sh RUN [option...]     starts a test guest and waits until it is up; builds it first if need be
#
# RUN is a folder for this one guest (made if missing, short path) and its name for run.sh, copy.sh and stop.sh.
# Prints one line for every forwarded port, guest's and host's: "22 40123". They are in RUN/ports as well,
# the serial console is in RUN/console. What the guest writes to its disk is thrown away when it ends, unless --disk keeps it.
#
#   --forward [HOST:]GUEST   forwards 127.0.0.1:HOST to the guest's port; without HOST, to a port that is free (repeatable)
#   --share FOLDER           shows a folder of this machine as /host in the guest, writable
#   --disk FILE              keeps what the guest writes in FILE (qcow2, made if missing), to boot it again after a power cut
#   --memory MB              default 2048
#   --wait SECONDS           how long it may take to come up (default 300; 20 when the machine is idle, 60 when it is busy)
#   --lifetime MINUTES       ends the guest by itself when the caller could not (default 120)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/appliance/guest/lib.sh
. "$here/lib.sh"

[[ $# -ge 1 && $1 != -* ]] || { sed -n '2,14s/^# \{0,1\}//p' "$0" >&2; exit 2; }
mkdir -p "$1"
run=$(cd "$1" && pwd)
shift
forward="hostfwd=tcp:127.0.0.1:0-:22" memory=2048 wait=300 lifetime=120 share=() disk=
while (($#)); do
    [[ $# -ge 2 ]] || die "$1 needs a value"
    case $1 in
        --forward)
            [[ $2 =~ ^([0-9]+:)?[0-9]+$ ]] || die "--forward takes [HOST:]GUEST, not '$2'"
            host=0
            [[ $2 != *:* ]] || host=${2%:*}
            forward+=",hostfwd=tcp:127.0.0.1:$host-:${2##*:}"
            ;;
        --share)
            [[ -d $2 ]] || die "no folder $2 to share"
            share=(-virtfs "local,path=$(cd "$2" && pwd),mount_tag=host,security_model=none,multidevs=remap")
            ;;
        --disk) disk=$(realpath "$2") ;;
        --memory) memory=$2 ;;
        --wait) wait=$2 ;;
        --lifetime) lifetime=$2 ;;
        *) die "unknown option $1" ;;
    esac
    shift 2
done
# ssh puts a name of its own behind that of its socket, and a socket's path ends at 108 characters.
((${#run} <= 80)) || die "the path of the run folder is too long for a socket: $run"
[[ -z $(guest_pid "$run") ]] || die "a guest runs in $run already"
rm -f "$run"/{pid,console,monitor,ports,ssh,emulator.log}

guest=$("$here/build.sh")
exec 8<"$guest/in-use"
flock --shared 8 # the emulator inherits it: build.sh leaves a guest that is in use alone
[[ -e $guest/root.img ]] || die "$guest has just been replaced; try again"
install -m 600 "$guest/key" "$run/key"

drive=file=$guest/root.img,format=raw,snapshot=on
if [[ -n $disk ]]; then
    command -v qemu-img >/dev/null || die "--disk needs qemu-img: sudo apt-get install qemu-utils"
    [[ -e $disk ]] || qemu-img create -q -f qcow2 -F raw -b "$guest/root.img" "$disk"
    drive=file=$disk,format=qcow2
fi

# Plain emulation. A kernel module for faster guests may be there or not, and may be unable to run Debian's kernel.
# A kernel that panics ends the emulator at once (panic=-1 and -no-reboot).
start_emulator() {
    rm -f "$run"/{pid,console,monitor}
    setsid timeout --kill-after=10 "${lifetime}m" qemu-system-x86_64 \
        -name "${run##*/}" -machine pc -accel tcg,thread=multi,tb-size=512 -cpu max -m "$memory" -smp 2 \
        -nodefaults -no-reboot -display none -kernel "$guest/vmlinuz" -initrd "$guest/initrd" \
        -append 'root=/dev/vda rw console=ttyS0 net.ifnames=0 quiet panic=-1 mitigations=off nokaslr systemd.show_status=0 fsck.mode=skip' \
        -drive "if=none,id=disk,$drive" -device virtio-blk-pci,drive=disk \
        -netdev "user,id=net,$forward" -device virtio-net-pci,netdev=net -device virtio-rng-pci \
        -serial "file:$run/console" -monitor "unix:$run/monitor,server=on,wait=off" -pidfile "$run/pid" "${share[@]}" \
        </dev/null >"$run/emulator.log" 2>&1 &
    emulator=$!
}

fail() {
    say "$@"
    tail -n 5 "$run/emulator.log" "$run/console" >&2 2>/dev/null || true
    kill "$emulator" 2>/dev/null || true
    exit 1
}
trap 'fail interrupted' INT TERM HUP
started=$SECONDS panics=0
start_emulator
until grep -aqs 'GUEST-READY' "$run/console"; do
    if ! kill -0 "$emulator" 2>/dev/null; then
        # Seen once in some dozen boots on a machine that was overloaded, before anything of ours had run; more often is no accident.
        if ! grep -aqs 'Kernel panic' "$run/console" || ((++panics == 3)); then fail "the emulator has ended"; fi
        say "the kernel panicked while it booted; once more"
        start_emulator
    fi
    ((SECONDS - started < wait)) || fail "not up after $wait s"
    sleep 0.2
done

# "info usernet" names the free ports which the emulator has found: ... TCP[HOST_FORWARD] 12 127.0.0.1 40123 10.0.2.15 22 0 0
monitor "$run" 'info usernet' | tr -d '\r' | awk '$1 == "TCP[HOST_FORWARD]" { print $6, $4 }' | sort -n >"$run/ports"
[[ -s $run/ports ]] || fail "the emulator forwards no port"

# One connection for all commands to come: a handshake is slow under emulation.
set_ssh_options "$run"
port=$(awk '$1 == 22 { print $2 }' "$run/ports")
until ssh -o ControlMaster=yes "${ssh_options[@]}" -f -N -p "$port" root@127.0.0.1 </dev/null >/dev/null 2>>"$run/emulator.log" 8<&-; do
    ((SECONDS - started < wait)) || fail "no ssh after $wait s"
    sleep 0.5
done
say "up after $((SECONDS - started)) s"
cat "$run/ports"
