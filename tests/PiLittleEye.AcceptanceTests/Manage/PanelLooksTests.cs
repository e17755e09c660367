using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

/// <summary>Each panel on each device, dark and light.</summary>
public sealed class PanelLooksTests(Chromium chromium, FurnishedAppliance furnished) : IClassFixture<FurnishedAppliance>
{
    private static readonly (string Section, string Title)[] s_panels =
    [
        ("account", "Your account"),
        ("watching", "Watching now"),
        ("people", "People"),
        ("keys", "Keys and links"),
        ("addresses", "Addresses"),
        ("mail", "Photo by mail"),
        ("log", "Log"),
        ("certificate", "Certificate"),
    ];

    public static TheoryData<string, ColorScheme> Looks =>
        new()
        {
            { Look.Phone.Name, ColorScheme.Dark },
            { Look.Phone.Name, ColorScheme.Light },
            { Look.Desktop.Name, ColorScheme.Dark },
            { Look.Desktop.Name, ColorScheme.Light },
            { Look.PhoneSideways.Name, ColorScheme.Dark },
            { Look.Small.Name, ColorScheme.Light },
            { Look.Enlarged.Name, ColorScheme.Dark },
        };

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Panels_look_right(string look, ColorScheme scheme) =>
        chromium.VisitAsync(
            furnished.Appliance,
            Look.Named(look, scheme),
            async page =>
            {
                foreach (var (section, title) in s_panels)
                {
                    await page.OpenPanelAsync(section, title);
                    await Assertions.Expect(page.Button("Try again")).ToHaveCountAsync(0);
                    await page.CheckLooksAsync($"panel-{section}", look, scheme);
                }
            }
        );
}
