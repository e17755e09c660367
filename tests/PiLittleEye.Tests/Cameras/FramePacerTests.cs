using PiLittleEye.Cameras;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class FramePacerTests
{
    private readonly FramePacer _pacer = new();
    private DateTimeOffset _now = SteppingClock.Start;

    [Theory]
    [InlineData(30, 15, 150)]
    [InlineData(30, 20, 200)]
    [InlineData(30, 10, 100)]
    [InlineData(30, 25, 250)]
    [InlineData(30, 7, 70)]
    [InlineData(30, 1, 10)]
    [InlineData(60, 15, 150)]
    [InlineData(120, 50, 500)]
    [InlineData(15, 15, 150)]
    [InlineData(15, 30, 150)]
    [InlineData(16, 15, 150)]
    [InlineData(14.98, 15, 149)]
    public void Over_ten_seconds_it_takes_as_many_as_wanted_or_as_there_are(double delivered, double wanted, int expected) =>
        Assert.InRange(TakenInTenSeconds(delivered, wanted, jitterMilliseconds: 0), expected - 1, expected + 1);

    [Theory]
    [InlineData(30, 15, 150)]
    [InlineData(30, 20, 200)]
    [InlineData(15, 15, 150)]
    public void So_it_does_with_a_camera_that_is_not_punctual(double delivered, double wanted, int expected) =>
        Assert.InRange(TakenInTenSeconds(delivered, wanted, jitterMilliseconds: 8), expected - 3, expected + 3);

    [Fact]
    public void Of_a_camera_twice_as_fast_it_takes_every_other_frame()
    {
        var taken = Enumerable.Range(0, 10).Select(_ => Next(TimeSpan.FromSeconds(1 / 30.0), 15)).ToList();
        Assert.Equal([true, false, true, false, true, false, true, false, true, false], taken);
    }

    [Fact]
    public void After_a_pause_it_goes_on_at_once_and_not_in_a_burst()
    {
        Assert.True(Next(TimeSpan.FromMinutes(1), 10));
        Assert.True(Next(TimeSpan.FromMilliseconds(10), 10));
        Assert.False(Next(TimeSpan.FromMilliseconds(10), 10));
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(-10)]
    [InlineData(-0.3)]
    [InlineData(3600)]
    public void A_wall_clock_that_was_changed_does_not_stop_the_picture_nor_let_all_through(double seconds)
    {
        TakenInTenSeconds(30, 10, jitterMilliseconds: 0);
        _now += TimeSpan.FromSeconds(seconds);

        Assert.InRange(TakenInTenSeconds(30, 10, jitterMilliseconds: 0), 96, 102);
    }

    [Fact]
    public void A_rate_that_is_changed_holds_from_the_next_frame_on()
    {
        TakenInTenSeconds(30, 1, jitterMilliseconds: 0);
        Assert.InRange(TakenInTenSeconds(30, 30, jitterMilliseconds: 0), 270, 300);
    }

    private int TakenInTenSeconds(double delivered, double wanted, int jitterMilliseconds)
    {
        var noise = new Noise(1);
        var taken = 0;
        for (var frame = 0; frame < delivered * 10; frame++)
        {
            var late = TimeSpan.FromMilliseconds(jitterMilliseconds == 0 ? 0 : noise.Next(jitterMilliseconds));
            taken += _pacer.Takes(_now + late, wanted) ? 1 : 0;
            _now += TimeSpan.FromSeconds(1 / delivered);
        }

        return taken;
    }

    private bool Next(TimeSpan later, double wanted)
    {
        var takes = _pacer.Takes(_now, wanted);
        _now += later;
        return takes;
    }
}
