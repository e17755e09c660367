using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Identity;
using PiLittleEye.Accounts;

namespace PiLittleEye.Tests.Accounts;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("nine lives of a cat")]
    [InlineData("тихий океан ночью")]
    [InlineData("パスワードを忘れた猫は")]
    [InlineData("👩‍🚀🖨️🐈🌊🔑🧶🎈🪁🧊🦔")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("Tr0ub4dor&3x")]
    [InlineData("passwordless fox")]
    public void Ten_characters_that_nobody_tries_first_are_a_password(string password) => Assert.Null(PasswordRule.Refusal(password));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ninechars")]
    // Nine characters in eighteen units
    [InlineData("🐈🐈🌊🔑🧶🎈🪁🧊🦔")]
    public void Too_short_and_what_is_no_text_is_none(string? password) =>
        Assert.Equal("urn:pi-little-eye:problem:unusable-password", PasswordRule.Refusal(password)!.ProblemDetails.Type);

    [Fact]
    public void Half_a_character_is_none() => Assert.NotNull(PasswordRule.Refusal("half a character " + (char)0xD83D));

    [Theory]
    [InlineData("qwertyuiop")]
    [InlineData("QwertyUiop")]
    [InlineData("1234567890")]
    [InlineData("password123")]
    [InlineData("christopher")]
    [InlineData("Harrypotter")]
    [InlineData("ｑｗｅｒｔｙｕｉｏｐ")]
    // Only filled up
    [InlineData("passwordpassword")]
    [InlineData("Password!!!!!!")]
    [InlineData("dragon11111111")]
    [InlineData("111111dragon")]
    [InlineData("0000000000000000")]
    [InlineData("abababababab")]
    [InlineData("xxxxxxxxxxyyyyyyyyyy")]
    // Counted up or down
    [InlineData("abcdefghijklmnop")]
    [InlineData("12345678901234567890")]
    [InlineData("98765432109876")]
    public void What_is_tried_first_is_none(string password) =>
        Assert.Equal("urn:pi-little-eye:problem:common-password", PasswordRule.Refusal(password)!.ProblemDetails.Type);

    [Fact]
    public async Task A_thousand_characters_are_a_password_and_every_one_counts()
    {
        var passwords = new Passwords();
        var text = string.Concat(Enumerable.Range(0, 256).Select(number => number.ToString("x4", null)));
        Assert.Equal(PasswordRule.Longest, text.Length);
        Assert.Null(PasswordRule.Refusal(text));
        Assert.NotNull(PasswordRule.Refusal(text + "x"));
        var account = new Account(1, "Ada", AccountRole.Viewer, passwords.Hash(text));
        var other = await passwords.VerifyAsync(account, text[..^1] + "x", TestContext.Current.CancellationToken);
        Assert.Equal(PasswordVerificationResult.Failed, other);
    }

    [Fact]
    public void Whatever_is_typed_is_answered()
    {
        Prop.ForAll<string?>(password => PasswordRule.Refusal(password) is null or { StatusCode: 400 })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
        Prop.ForAll(
                Gen.Elements("password", "Dragon", "qwerty", "a", "1", "é")
                    .SelectMany(_ => Gen.Choose(1, 30), (word, times) => (word, times))
                    .ToArbitrary(),
                said => PasswordRule.Refusal(string.Concat(Enumerable.Repeat(said.word, said.times))) is not null
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }
}
