using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Rights;

namespace PiLittleEye.Tests.Rights;

public sealed class GrantWordsTests
{
    [Fact]
    public void Every_right_has_a_word()
    {
        Assert.Equal(["watch", "photo", "settings", "control"], GrantWords.All);
        Assert.True(
            GrantWords.TryRead(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["*"] = [.. GrantWords.All] }, out var all)
        );
        Assert.Equal(Right.All, all.On("any"));
    }

    [Theory]
    [InlineData("Watch")]
    [InlineData("watch ")]
    [InlineData("all")]
    [InlineData("")]
    [InlineData("1")]
    public void A_word_that_is_none_gives_nothing(string word) =>
        Assert.False(GrantWords.TryRead(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["bench"] = ["watch", word] }, out _));

    [Fact]
    public void A_list_without_words_or_without_a_list_is_no_right()
    {
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["bench"] = [], ["shed"] = null! };
        Assert.True(GrantWords.TryRead(words, out var grants));
        Assert.Empty(grants.ByCamera);
    }

    [Fact]
    public void What_is_said_is_read_again_as_the_same()
    {
        var property = Prop.ForAll<(NonNull<string> Camera, byte Rights)[]>(given =>
        {
            var grants = new Grants(
                given
                    .DistinctBy(grant => grant.Camera.Get)
                    .Select(grant => new KeyValuePair<string, Right>(grant.Camera.Get, (Right)grant.Rights & Right.All))
            );
            return GrantWords.TryRead(GrantWords.Of(grants), out var read)
                && read.ByCamera.Count == grants.ByCamera.Count
                && read.ByCamera.All(grant => grants.ByCamera[grant.Key] == grant.Value);
        });
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
