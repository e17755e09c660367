using PiLittleEye.Rights;

namespace PiLittleEye.Tests.Rights;

public sealed class GrantsTests
{
    private static readonly Grants s_some = new([new("bench", Right.Watch | Right.Photo), new(Grants.AnyCamera, Right.Photo)]);

    [Fact]
    public void What_is_given_for_all_cameras_adds_to_what_is_given_for_one()
    {
        Assert.Equal(Right.Watch | Right.Photo, s_some.On("bench"));
        Assert.Equal(Right.Photo, s_some.On("other"));
        Assert.True(s_some.Allow("bench", Right.Watch | Right.Photo));
        Assert.False(s_some.Allow("other", Right.Watch | Right.Photo));
    }

    [Fact]
    public void Without_a_right_a_camera_is_not_shown()
    {
        Assert.True(s_some.Show("other"));
        Assert.False(new Grants([new("bench", Right.Watch), new("other", Right.None)]).Show("other"));
        Assert.False(Grants.None.Show("bench"));
    }

    [Fact]
    public void A_key_of_somebody_never_allows_more_than_that_person_may()
    {
        var both = s_some.Within(new Grants([new(Grants.AnyCamera, Right.Watch), new("shed", Right.All)]));
        Assert.Equal(Right.Watch, both.On("bench"));
        Assert.Equal(Right.None, both.On("other"));
        Assert.Equal(Right.Photo, both.On("shed"));
        Assert.Equal(Right.All, Grants.All.Within(Grants.All).On("any"));
    }
}
