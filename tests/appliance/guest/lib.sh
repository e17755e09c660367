# shellcheck shell=bash
# lib.sh: what the scripts beside it share. Sourced, never run.
# A guest is named by its run directory: boot.sh fills it, the other scripts take it as their first argument.

say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }
die() { say "$@"; exit 1; }

# Every option of ssh and scp in one place. -F and the known hosts file keep the developer's own ssh configuration out.
# Sets the array ssh_options; $1: run directory.
set_ssh_options() {
    # shellcheck disable=SC2034 # used by the scripts that source this file
    ssh_options=(-F /dev/null -i "$1/key" -o IdentitiesOnly=yes -o BatchMode=yes -o ConnectTimeout=30 -o LogLevel=ERROR
        -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o "ControlPath=$1/ssh" -o ControlMaster=no
        -o ServerAliveInterval=30 -o ServerAliveCountMax=10)
}

# Finds a booted guest: sets run (its folder, absolute), port (of ssh) and the ssh options; 255, as ssh says, when there is none.
# $1: run directory.
find_guest() {
    # shellcheck disable=SC2034 # used by the scripts that source this file
    if ! run=$(cd "$1" 2>/dev/null && pwd) || ! port=$(awk '$1 == 22 { print $2 }' "$run/ports" 2>/dev/null); then
        say "no guest runs in $1"
        exit 255
    fi
    set_ssh_options "$run"
}

# The process id of the guest's emulator, or nothing when it does not run. The command line is compared,
# because a process id left in a file can belong to somebody else by now.
guest_pid() {
    local pid
    pid=$(cat "$1/pid" 2>/dev/null) || return 0
    if [[ $pid =~ ^[0-9]+$ ]] && tr '\0' '\n' <"/proc/$pid/cmdline" 2>/dev/null | grep -qxF "$1/pid"; then
        printf '%s\n' "$pid"
    fi
}

# Waits until the guest's emulator has ended. $1: run directory, $2: seconds.
wait_for_end() {
    local deadline=$((SECONDS + $2))
    while [[ -n $(guest_pid "$1") ]]; do
        ((SECONDS < deadline)) || return 1
        sleep 0.2
    done
}

# One answer of the emulator's monitor. $1: run directory, $2: command.
monitor() {
    perl -MIO::Socket::UNIX -e '
        my ($path, $command) = @ARGV;
        alarm 20;
        my $socket = IO::Socket::UNIX->new(Peer => $path) or die "no monitor at $path: $!\n";
        my $text = "";
        my $until_prompt = sub { while ($text !~ /\(qemu\) $/) { sysread($socket, $text, 4096, length $text) or last } };
        $until_prompt->();
        $text = "";
        syswrite($socket, "$command\n");
        $until_prompt->();
        print $text;' "$1/monitor" "$2"
}
