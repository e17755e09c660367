using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Accounts;

namespace PiLittleEye.Tests.Accounts;

public sealed class NameShapeTests
{
    [Theory]
    // Cyrillic, Greek, Armenian and Cherokee letters among Latin ones
    [InlineData("Ada", "Аdа")]
    [InlineData("BOB", "ВОВ")]
    [InlineData("Bob", "Воb")]
    [InlineData("NAN", "ΝΑΝ")]
    [InlineData("oscar", "οscаr")]
    [InlineData("Alan", "ᎪLᎪN")]
    // Digits and strokes that look like letters
    [InlineData("Ian", "lan")]
    [InlineData("admin1", "adminl")]
    [InlineData("bob0", "bobo")]
    [InlineData("O'Neil", "O’Neil")]
    // Two letters that look like one
    [InlineData("Vernon", "Vemon")]
    [InlineData("willow", "vvillow")]
    public void Names_that_look_the_same_are_alike(string left, string right)
    {
        Assert.True(NameShape.AreAlike(left, right));
        Assert.True(AccountName.IsTaken(right, [left]));
        Assert.True(AccountName.IsTaken(left, ["Somebody else", right]));
    }

    [Theory]
    [InlineData("Ali", "All")]
    [InlineData("Ada", "Adam")]
    [InlineData("nan", "vav")]
    [InlineData("José", "Jose")]
    [InlineData("Иван", "Ivan")]
    [InlineData("李小龙", "李小虎")]
    [InlineData("", "x")]
    public void Other_names_are_not(string left, string right) => Assert.False(NameShape.AreAlike(left, right));

    [Theory]
    [InlineData("Ada", "ＡＤＡ")]
    [InlineData("Strasse", "Straße")]
    [InlineData("José", "Jose\u0301")]
    [InlineData("Ada Lovelace", "ada  lovelace")]
    [InlineData("Σίσυφος", "ΣΊΣΥΦΟΣ")]
    public void Names_that_are_the_same_in_another_spelling_are_taken(string left, string right)
    {
        Assert.True(AccountName.TryNormalise(left, out _, out var key));
        Assert.True(AccountName.TryNormalise(right, out var shown, out var same));
        Assert.Equal(key, same);
        Assert.True(AccountName.IsTaken(shown, [left]));
    }

    [Fact]
    public void Every_name_looks_like_itself_and_it_does_not_matter_which_is_asked_about_which()
    {
        Prop.ForAll<NonNull<string>, NonNull<string>>(
                (left, right) =>
                    NameShape.AreAlike(left.Get, left.Get)
                    && NameShape.AreAlike(left.Get, right.Get) == NameShape.AreAlike(right.Get, left.Get)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
