using Microsoft.Playwright;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>What somebody holds in the hand, and how it is set.</summary>
internal sealed record Look(int Width, int Height, bool HasTouch, string Name)
{
    public static readonly Look Phone = new(390, 844, HasTouch: true, "phone");
    public static readonly Look PhoneSideways = new(844, 390, HasTouch: true, "sideways");
    public static readonly Look Desktop = new(1440, 900, HasTouch: false, "desktop");

    /// <summary>The smallest phone still in use, which is also a desktop page at 400 %.</summary>
    public static readonly Look Small = new(320, 568, HasTouch: true, "small");

    /// <summary>A desktop page at 200 %.</summary>
    public static readonly Look Enlarged = new(720, 450, HasTouch: false, "enlarged");

    public ColorScheme Scheme { get; init; } = ColorScheme.Dark;

    public ReducedMotion Motion { get; init; } = ReducedMotion.NoPreference;

    /// <summary>With the fine pixels of a phone, for pictures people look at; painting them takes four times as long.</summary>
    public bool IsSharp { get; init; }

    public bool HasScript { get; init; } = true;

    /// <summary>False where a test answers in the place of the camera: requests of a page that has its service worker pass the test by.</summary>
    public bool HasServiceWorker { get; init; } = true;

    public static Look Named(string name, ColorScheme scheme) =>
        new[] { Phone, PhoneSideways, Desktop, Small, Enlarged }.Single(look => look.Name == name) with
        {
            Scheme = scheme,
            IsSharp = name == Phone.Name,
        };

    public override string ToString() => $"{Name}, {Scheme}";
}
