using PiLittleEye.Health;

namespace PiLittleEye.Tests.Health;

public sealed class ReadinessTests
{
    [Fact]
    public void Without_conditions_it_is_ready() => Assert.True(new Readiness().IsReady);

    [Fact]
    public void It_is_ready_when_all_conditions_hold_at_the_moment_of_asking()
    {
        var (first, second) = (true, false);
        var readiness = new Readiness();
        readiness.Require(() => first);
        readiness.Require(() => second);
        Assert.False(readiness.IsReady);

        second = true;
        Assert.True(readiness.IsReady);

        first = false;
        Assert.False(readiness.IsReady);
    }
}
