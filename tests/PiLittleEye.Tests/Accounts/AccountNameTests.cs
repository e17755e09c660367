using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Accounts;

namespace PiLittleEye.Tests.Accounts;

public sealed class AccountNameTests
{
    [Theory]
    [InlineData("Ada", "Ada", "ada")]
    [InlineData("  Ada Lovelace\t", "Ada Lovelace", "ada lovelace")]
    [InlineData("JOSÉ", "JOSÉ", "josé")]
    [InlineData("Σίσυφος", "Σίσυφος", "σίσυφοσ")]
    [InlineData("李小龙", "李小龙", "李小龙")]
    [InlineData("o'neil@example.org", "o'neil@example.org", "o'neil@example.org")]
    [InlineData("👩 printer", "👩 printer", "👩 printer")]
    public void A_name_is_shown_as_typed_and_found_without_regard_to_case(string typed, string shown, string key)
    {
        Assert.True(AccountName.TryNormalise(typed, out var actualShown, out var actualKey));
        Assert.Equal((shown, key), (actualShown, actualKey));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("new\nline")]
    [InlineData("nul\0")]
    [InlineData("bell\a")]
    [InlineData("right-to-left\u202Eoverride")]
    [InlineData("zero\u200Bwidth")]
    [InlineData("no\u00A0break")]
    [InlineData("em\u2003space")]
    [InlineData("line\u2028separator")]
    [InlineData("private\uE000use")]
    [InlineData("lone\uD800surrogate")]
    [InlineData("replacement\uFFFD")]
    public void What_cannot_be_seen_or_told_apart_is_no_name(string? typed) => Assert.False(AccountName.TryNormalise(typed, out _, out _));

    [Fact]
    public void Sixty_four_letters_are_a_name_and_one_more_are_none()
    {
        Assert.True(AccountName.TryNormalise(new string('x', 64), out _, out _));
        Assert.False(AccountName.TryNormalise(new string('x', 65), out _, out _));
    }

    [Fact]
    public void What_is_shown_is_a_name_with_the_same_key()
    {
        var property = Prop.ForAll<string?>(typed =>
            !AccountName.TryNormalise(typed, out var shown, out var key)
            || (
                AccountName.TryNormalise(shown, out var again, out var sameKey)
                && again == shown
                && sameKey == key
                && shown.Length is > 0 and <= AccountName.Longest
                && !shown.Any(char.IsControl)
            )
        );
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Upper_and_lower_case_of_a_name_have_one_key()
    {
        var property = Prop.ForAll<NonNull<string>>(typed =>
            !AccountName.TryNormalise(typed.Get, out _, out var key)
            || (
                AccountName.TryNormalise(typed.Get.ToUpperInvariant(), out _, out var upper)
                && AccountName.TryNormalise(typed.Get.ToLowerInvariant(), out _, out var lower)
                && upper == key
                && lower == key
            )
        );
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
