using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PiLittleEye.Audit;

namespace PiLittleEye.Tests.Audit;

public sealed class LogQueryTests
{
    [Theory]
    [InlineData("before=0", "before")]
    [InlineData("before=-1", "before")]
    [InlineData("before=99999999999999999999", "before")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("alerts=yes", "alerts")]
    [InlineData("kind=a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u", "kind")]
    public void What_cannot_be_looked_for_is_named(string text, string named)
    {
        Assert.Null(Read(text, out var problem));
        Assert.StartsWith(named, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_named_does_not_narrow()
    {
        var query = Read("colour=red", out _)!;
        Assert.Equal((null, LogQuery.DefaultLimit, null, false), (query.Before, query.Limit, query.Who, query.AlertsOnly));
        Assert.True(query.Matches(new AuditEntry("signed-in", "Ada signed in.")));
    }

    [Theory]
    [InlineData("ada", true)]
    [InlineData("ADA signed", true)]
    [InlineData("signed ada", true)]
    [InlineData("\"ada signed\"", true)]
    [InlineData("\"signed ada\"", false)]
    [InlineData("ada bench 192.168", true)]
    [InlineData("älter", true)]
    [InlineData("ada eve", false)]
    [InlineData("%", false)]
    public void All_words_must_stand_somewhere_in_the_row(string words, bool expected)
    {
        var entry = new AuditEntry("signed-in", "Ada signed in.")
        {
            From = "192.168.1.7",
            Camera = "bench",
            Subject = "ÄLTER",
        };
        Assert.Equal(expected, Read($"q={Uri.EscapeDataString(words)}", out _)!.Matches(entry));
    }

    [Fact]
    public void Whatever_is_asked_is_either_understood_or_refused_with_a_sentence()
    {
        var words = Gen.Elements(
            "before",
            "limit",
            "kind",
            "q",
            "who",
            "alerts",
            "=",
            "&",
            ",",
            "\"",
            "%",
            "%00",
            "1",
            "-",
            "9",
            "true",
            "é",
            "+",
            "😀"
        );
        Prop.ForAll(
                words.ArrayOf().Select(string.Concat).ToArbitrary(),
                text =>
                    Read(text, out var problem) is { Limit: >= 1 and <= LogQuery.HighestLimit }
                        ? problem is null
                        : problem is { Length: > 10 }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static LogQuery? Read(string text, out string? problem) =>
        LogQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(text)), out problem);
}
