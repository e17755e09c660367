using PiLittleEye.Cameras;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class FaultReportTests
{
    private readonly SteppingClock _clock = new();
    private readonly CollectingLogger<CameraWorker> _logger = new();
    private readonly FaultReport _report;

    public FaultReportTests() => _report = new FaultReport(new ScriptedCameraSource("v4l2 /dev/video0", _clock), _clock, _logger);

    [Fact]
    public void A_trouble_is_said_in_full_with_its_remedy()
    {
        Fail(CameraFault.Busy, "/dev/video0 is held by motion, pid 812");
        Assert.Equal(
            [
                "v4l2 /dev/video0 is unavailable (busy): Another program is using the camera: /dev/video0 is held by motion, pid 812. "
                    + "Stop that program, or point it at this camera's stream instead.",
            ],
            _logger.Messages
        );
    }

    [Fact]
    public void While_it_lasts_it_is_counted_and_told_once_a_minute()
    {
        for (var attempt = 0; attempt < 25; attempt++)
        {
            Fail(CameraFault.NoDevice);
            _clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(
            [
                "v4l2 /dev/video0 is still unavailable (no-device) after 13 attempts in 00:01:00",
                "v4l2 /dev/video0 is still unavailable (no-device) after 25 attempts in 00:02:00",
            ],
            _logger.Messages.Skip(1)
        );
    }

    [Fact]
    public void Another_trouble_is_said_in_full_again()
    {
        Fail(CameraFault.NoDevice);
        Fail(CameraFault.Busy);
        Assert.Equal(2, _logger.Count(1001));
    }

    [Fact]
    public void Its_end_is_told_once_with_how_long_it_was()
    {
        Fail(CameraFault.NoDevice);
        _clock.Advance(TimeSpan.FromSeconds(400));

        Assert.True(_report.Recovered());
        Assert.True(_report.Recovered());

        Assert.Equal(["v4l2 /dev/video0 is back after 00:06:40"], _logger.Messages.Skip(1));
    }

    [Fact]
    public void Without_trouble_there_is_no_recovery()
    {
        _report.Recovered();
        Assert.Empty(_logger.Messages);
    }

    [Fact]
    public void The_same_trouble_long_after_is_a_new_one()
    {
        Fail(CameraFault.Unplugged);
        _report.Recovered();
        _clock.Advance(TimeSpan.FromHours(1));

        Fail(CameraFault.Unplugged);

        Assert.Equal(2, _logger.Count(1001));
    }

    [Fact]
    public void A_loose_cable_that_comes_and_goes_all_the_time_does_not_flood_the_journal()
    {
        for (var second = 0; second < 600; second++)
        {
            Fail(CameraFault.Unplugged);
            _clock.Advance(TimeSpan.FromSeconds(0.5));
            _report.Recovered();
            _clock.Advance(TimeSpan.FromSeconds(0.5));
        }

        // Ten minutes: the trouble, nine or ten summaries, and a recovery or two.
        Assert.InRange(_logger.Messages.Count, 10, 25);
        Assert.Equal(1, _logger.Count(1001));
        Assert.Contains("v4l2 /dev/video0 is still unavailable (unplugged) after 61 attempts in 00:01:00", _logger.Messages);
    }

    private void Fail(CameraFault fault, string? detail = null) => _report.Failed(new CameraUnavailableException(fault, detail));
}
