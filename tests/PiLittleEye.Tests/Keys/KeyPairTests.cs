using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Keys;

namespace PiLittleEye.Tests.Keys;

public sealed class KeyPairTests
{
    private static readonly string s_key = KeyForm.NewKey();
    private static readonly string s_secret = KeyForm.NewSecret();

    [Fact]
    public void Bearer_and_basic_say_the_same()
    {
        foreach (var header in new[] { $"Bearer {s_key}.{s_secret}", $"bearer  {s_key}.{s_secret} ", Basic($"{s_key}:{s_secret}") })
        {
            Assert.True(KeyPair.TryReadHeader(header, out var pair), header);
            Assert.Equal(new KeyPair(s_key, s_secret), pair);
        }
    }

    [Theory]
    [InlineData("a:b")]
    [InlineData(":")]
    [InlineData("a.b:c.d::")]
    public void A_password_may_have_colons_and_stops(string password)
    {
        Assert.True(KeyPair.TryReadHeader(Basic($"{s_key}:{password}"), out var pair));
        Assert.Equal(new KeyPair(s_key, password), pair);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer aSessionsTokenHasNoStop")]
    [InlineData("Basic")]
    [InlineData("Basic ====")]
    [InlineData("Basic Og==")]
    [InlineData("Digest username=\"a.b\"")]
    public void What_is_about_something_else_is_left_to_others(string header) => Assert.False(KeyPair.TryReadHeader(header, out _));

    [Fact]
    public void A_sessions_token_may_come_with_any_name() => Assert.False(KeyPair.TryReadHeader(Basic("anybody:token"), out _));

    [Fact]
    public void Whatever_a_header_holds_it_is_read_or_it_is_not()
    {
        var schemes = new[] { "Bearer ", "Basic ", "bearer ", "", "Basic" };
        var property = Prop.ForAll<NonNull<string>, byte, byte[]>(
            (text, scheme, bytes) =>
            {
                var before = schemes[scheme % schemes.Length];
                foreach (
                    var after in new[] { text.Get, Convert.ToBase64String(bytes), Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Get)) }
                )
                {
                    _ = KeyPair.TryReadHeader(before + after, out _);
                }
            }
        );
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Whoever_prints_it_prints_no_secret() =>
        Assert.DoesNotContain(s_secret, $"{new KeyPair(s_key, s_secret)}", StringComparison.Ordinal);

    private static string Basic(string pair) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))}";
}
