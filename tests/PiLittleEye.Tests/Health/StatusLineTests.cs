using PiLittleEye.Health;

namespace PiLittleEye.Tests.Health;

public sealed class StatusLineTests
{
    private readonly StatusLine _status = new();

    [Fact]
    public void With_nothing_to_say_it_is_idle()
    {
        Assert.Equal("idle", _status.Text);
        _status.Add(1, () => null);
        Assert.Equal("idle", _status.Text);
    }

    [Fact]
    public void Parts_stand_in_the_order_of_their_places_and_those_of_one_place_as_they_came()
    {
        _status.Add(2, () => "14.9 fps");
        _status.Add(1, () => "2 viewers");
        _status.Add(2, () => null);
        _status.Add(2, () => "back 15.0 fps");
        Assert.Equal("2 viewers, 14.9 fps, back 15.0 fps", _status.Text);
    }

    [Fact]
    public void It_says_what_holds_at_the_moment_of_asking()
    {
        var said = "one";
        _status.Add(1, () => said);
        Assert.Equal("one", _status.Text);
        said = "two";
        Assert.Equal("two", _status.Text);
    }
}
