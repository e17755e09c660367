# CameraStub: what the stand-ins beside it share: the faults a test asks for, the clock, and the frames.
# Nothing but what Debian's perl-base brings, so that they run on every Debian, the test guest included.
#
# CAMERA_STUB_FAULT   what goes wrong, several divided by commas; N counts whole frames written before
#   end:N          ends with exit code 0, as if the time were up     hang:N     goes on running, writes nothing more
#   crash:N        dies of a segmentation fault                      timeout:N  as hang, with the real messages of a lost sensor
#   short:N        half a frame more, then ends                      size:N     frames of half the width and height from then on
#   no-camera      busy         refuse to start, as the real program
#   ignore-term    takes no notice of SIGTERM                        chatter    200 KB on stderr before the first frame
#   late:MS        the first frame comes MS milliseconds after the start (without it 200)
# CAMERA_STUB_LOG     a file; every start adds the command line to it, words divided by tabs
#
# A frame shows a grey ramp, a white bar which moves down by four rows a frame, and at the top left the number of the
# frame: 24 squares of 16 pixels, most significant bit first, white (235) for one and black (16) for zero. Padding is 0xEE.
package CameraStub;
use strict;
use warnings;
use Errno ();
use POSIX ();

use constant { SQUARE => 16, BITS => 24 };

our %fault = map { my ($name, $count) = split /:/; $name => $count // 0 } split /,/, $ENV{CAMERA_STUB_FAULT} // '';

sub begin {
    $SIG{TERM} = 'IGNORE' if exists $fault{'ignore-term'};
    my $log = $ENV{CAMERA_STUB_LOG} or return;
    open my $file, '>>', $log or die "$log: $!\n";
    syswrite $file, join("\t", $0 =~ m{([^/]+)$}, @ARGV) . "\n";
}

# Not what the real program says: the test asks for something which is not imitated.
sub unable { print STDERR "camera stub: $_[0]\n"; exit 99 }

# Seconds of a clock that nobody sets. perl-base has no Time::HiRes.
sub now {
    my $number = { x86_64 => 228, aarch64 => 113 }->{(POSIX::uname())[4]} or return (POSIX::times())[0] / POSIX::sysconf(&POSIX::_SC_CLK_TCK);
    my $time = pack 'qq', 0, 0;
    syscall($number, 1, $time);
    my ($seconds, $nanoseconds) = unpack 'qq', $time;
    return $seconds + $nanoseconds / 1e9;
}

sub wait_until {
    my ($moment) = @_;
    while ((my $left = $moment - now()) > 0) { select undef, undef, undef, $left }
}

sub ramp { my ($width, $pitch, $from, $to) = @_;
    return join('', map { chr int($from + ($to - $from) * $_ / $width) } 0 .. $width - 1) . "\xEE" x ($pitch - $width);
}

# A still picture, planes one after the other, each row padded to its pitch and each plane to its number of rows.
sub picture { my ($width, $height, $pitch, $rows) = @_;
    my $luma   = ramp($width, $pitch, 32, 200) x $height . "\xEE" x ($pitch * ($rows - $height));
    my $chroma = sub { ramp($width / 2, $pitch / 2, @_) x ($height / 2) . "\xEE" x ($pitch / 2 * ($rows - $height) / 2) };
    return $luma . $chroma->(96, 160) . $chroma->(160, 96);
}

sub draw { my ($picture, $number, $width, $height, $pitch) = @_;
    my $frame = $$picture;
    my $bar   = int($height / 16);
    my $white = ("\xEB" x $width) . ("\xEE" x ($pitch - $width));
    substr($frame, $pitch * ($number * 4 % ($height - $bar)), $pitch * $bar) = $white x $bar;
    my $squares = substr join('', map { ($number >> $_ & 1 ? "\xEB" : "\x10") x SQUARE } reverse 0 .. BITS - 1), 0, $width;
    substr($frame, $pitch * $_, length $squares) = $squares for 0 .. SQUARE - 1;
    return $frame;
}

# Writes frames until something ends it, and returns then. Named arguments: width, height, pitch, rows (as they lie in memory),
# rate, frames and seconds (0: no end), handle (undef: none), buffered (stdio's buffer stands between, nobody flushes it), cut
# (what of a frame is written), lost (called about once a second by the fault "timeout"), stop (a reference: true ends it).
sub stream {
    my %is = (frames => 0, seconds => 0, cut => sub { $_[0] }, @_);
    my $picture = picture(@is{qw(width height pitch rows)});
    my ($written, $held) = (0, '');
    my $send = sub {
        my ($bytes) = @_;
        return if !$is{handle};
        $bytes = $held . $bytes;
        # stdio writes whole blocks of its 4096 bytes and keeps the rest until the next frame.
        $held = $is{buffered} ? substr $bytes, length($bytes) & ~4095, length $bytes, '' : '';
        for (my $at = 0; $at < length $bytes;) {
            my $some = syswrite $is{handle}, $bytes, length($bytes) - $at, $at;
            if (defined $some) { $at += $some }
            elsif (!$!{EINTR}) { die "failed to write output bytes\n" }
        }
    };
    if (exists $fault{chatter}) { print STDERR "chatter $_ ", 'x' x 180, "\n" for 1 .. 1000 }

    my $start = now() + ($fault{late} // 200) / 1000;
    for (my $number = 0; !${$is{stop}}; $number++) {
        wait_until($start + $number / $is{rate});
        # Who reads too slowly loses frames: the camera has few buffers and does not wait.
        my $due = int((now() - $start) * $is{rate});
        $number = $due if $due > $number + 1;
        last if $is{seconds} && $number / $is{rate} > $is{seconds} || $is{frames} && $written >= $is{frames};
        my $after = sub { exists $fault{$_[0]} && $written >= $fault{$_[0]} };
        last if $after->('end');
        kill SEGV => $$ if $after->('crash');
        while (!${$is{stop}} && ($after->('hang') || $after->('timeout'))) {
            select undef, undef, undef, 1;
            $is{lost}->() if $after->('timeout') && !${$is{stop}};
        }
        last if ${$is{stop}};
        if ($after->('size')) {
            $is{$_} /= 2 for qw(width height pitch rows);
            $picture = picture(@is{qw(width height pitch rows)});
            delete $fault{size};
        }
        my $frame = $is{cut}->(draw(\$picture, $number, @is{qw(width height pitch)}));
        if ($after->('short')) { $send->(substr $frame, 0, length($frame) / 2); last }
        $send->($frame);
        $written++;
    }
    if ($is{handle} && length $held) { syswrite $is{handle}, $held }    # stdio does so at exit
}

1;
