using Microsoft.Playwright;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>What somebody holds in the hand, and how it is set.</summary>
internal sealed record Look(int Width, int Height, bool HasTouch, string Name)
{
    public static readonly Look Phone = new(390, 844, HasTouch: true, "phone");
    public static readonly Look PhoneSideways = new(844, 390, HasTouch: true, "sideways");
    public static readonly Look Desktop = new(1440, 900, HasTouch: false, "desktop");

    public ColorScheme Scheme { get; init; } = ColorScheme.Dark;

    public ReducedMotion Motion { get; init; } = ReducedMotion.NoPreference;

    public bool HasScript { get; init; } = true;

    public static Look Named(string name, ColorScheme scheme) =>
        new[] { Phone, PhoneSideways, Desktop }.Single(look => look.Name == name) with
        {
            Scheme = scheme,
        };

    public override string ToString() => $"{Name}, {Scheme}";
}
