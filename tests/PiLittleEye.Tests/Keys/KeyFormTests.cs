using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Keys;

namespace PiLittleEye.Tests.Keys;

public sealed class KeyFormTests
{
    [Fact]
    public void What_is_made_has_the_form_and_never_comes_twice()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => KeyForm.NewKey()).ToHashSet(StringComparer.Ordinal);
        var secrets = Enumerable.Range(0, 1000).Select(_ => KeyForm.NewSecret()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal((1000, 1000), (keys.Count, secrets.Count));
        Assert.All(keys, key => Assert.True(KeyForm.IsKey(key) && !KeyForm.IsSecret(key)));
        Assert.All(secrets, secret => Assert.True(KeyForm.IsSecret(secret) && !KeyForm.IsKey(secret)));
    }

    [Fact]
    public void A_secret_has_at_least_128_bits()
    {
        // All 32 signs come, in every place: five bits each.
        var secrets = Enumerable.Range(0, 2000).Select(_ => KeyForm.NewSecret()).ToList();
        Assert.All(
            Enumerable.Range(0, KeyForm.SecretLength),
            place => Assert.Equal(32, secrets.Select(secret => secret[place]).Distinct().Count())
        );
        Assert.True(KeyForm.SecretLength * 5 >= 128);
    }

    [Fact]
    public void An_address_takes_it_as_it_is() =>
        Assert.Equal(KeyForm.NewSecret().Length, Uri.EscapeDataString(KeyForm.NewSecret()).Length);

    [Fact]
    public void Nothing_else_has_the_form()
    {
        var property = Prop.ForAll<NonNull<string>>(text =>
            (!KeyForm.IsKey(text.Get) || text.Get.Length == KeyForm.KeyLength)
            && (!KeyForm.IsSecret(text.Get) || text.Get.Length == KeyForm.SecretLength)
        );
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
        Assert.False(KeyForm.IsSecret(KeyForm.NewSecret().ToUpperInvariant()));
        Assert.False(KeyForm.IsSecret(KeyForm.NewSecret()[..^1] + "é"));
        Assert.False(KeyForm.IsSecret(KeyForm.NewSecret()[..^1] + "0"));
    }
}
