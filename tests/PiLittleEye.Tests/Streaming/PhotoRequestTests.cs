using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PiLittleEye.Streaming;

namespace PiLittleEye.Tests.Streaming;

public sealed class PhotoRequestTests
{
    [Theory]
    [InlineData("", 1, false)]
    [InlineData("?max_age=5", 5, false)]
    [InlineData("?max_age=0.25", 0.25, false)]
    [InlineData("?max_age=0", 0, false)]
    [InlineData("?max_age=86400", 86400, false)]
    [InlineData("?fresh", 1, true)]
    [InlineData("?fresh=1&max_age=9", 9, true)]
    [InlineData("?action=snapshot&max_delay=100&_=17", 1, false)]
    public void It_says_how_old_a_photo_may_be(string query, double oldestSeconds, bool mustBeNewer)
    {
        Assert.True(PhotoRequest.TryRead(Query(query), out var request));
        Assert.Equal(new PhotoRequest(TimeSpan.FromSeconds(oldestSeconds), mustBeNewer), request);
    }

    [Theory]
    [InlineData("?max_age=")]
    [InlineData("?max_age=soon")]
    [InlineData("?max_age=-1")]
    [InlineData("?max_age=1e3")]
    [InlineData("?max_age=1,5")]
    [InlineData("?max_age=86401")]
    [InlineData("?max_age=1&max_age=2")]
    [InlineData("?max_age=NaN")]
    [InlineData("?max_age=Infinity")]
    [InlineData("?max_age=-Infinity")]
    [InlineData("?max_age=-∞")]
    public void What_is_no_number_of_seconds_is_refused(string query) => Assert.False(PhotoRequest.TryRead(Query(query), out _));

    private static QueryCollection Query(string text) => new(QueryHelpers.ParseQuery(text));
}
