using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

/// <summary>
/// Each screen on each device, dark and light: kept as a picture for people to look at, and held against what can be measured.
/// </summary>
public sealed class LooksTests(Chromium chromium, ClaimedAppliance claimed, FreshAppliance fresh)
    : IClassFixture<ClaimedAppliance>,
        IClassFixture<FreshAppliance>
{
    // What cannot be reached without scrolling sideways.
    private const string Overflowing = """
        () => [...document.querySelectorAll("button, input, select, label, #settings")]
            .filter(element => element.checkVisibility())
            .filter(element => {
                const { left, right } = element.getBoundingClientRect();
                return left < -1 || right > innerWidth + 1 || (element.id === "settings" && element.scrollWidth > element.clientWidth);
            })
            .map(element => element.id || element.textContent.trim())
        """;

    private static readonly string[] s_tabs = ["Picture", "Stamp", "More"];

    public static TheoryData<string, ColorScheme> Looks
    {
        get
        {
            var looks = new TheoryData<string, ColorScheme>();
            foreach (var look in new[] { Look.Phone, Look.PhoneSideways, Look.Desktop })
            {
                looks.Add(look.Name, ColorScheme.Dark);
                looks.Add(look.Name, ColorScheme.Light);
            }

            looks.Add(Look.Small.Name, ColorScheme.Light);
            looks.Add(Look.Enlarged.Name, ColorScheme.Dark);
            return looks;
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public Task The_way_in_looks_right(string look, ColorScheme scheme) =>
        chromium.VisitAsStrangerAsync(
            fresh.Appliance,
            Look.Named(look, scheme),
            async page =>
            {
                await page.SeeAsync("Make this camera yours");
                await CheckAsync(page, "claim-code", look, scheme);
                await page.Field("Set-up code").FillAsync("7K2M9QXD4HTR");
                await page.Button("Continue").ClickAsync();
                await page.Field("Name").FillAsync(Api.Name);
                await page.Field("Password").FillAsync(Api.Password);
                await CheckAsync(page, "claim-you", look, scheme);
                await page.GotoAsync(claimed.Appliance.Origin);
                await Assertions.Expect(page.Button("Sign in")).ToBeVisibleAsync();
                await CheckAsync(page, "sign-in", look, scheme);
            }
        );

    [Theory]
    [MemberData(nameof(Looks))]
    public Task The_live_view_and_its_settings_look_right(string look, ColorScheme scheme) =>
        chromium.VisitAsync(
            claimed,
            Look.Named(look, scheme),
            async page =>
            {
                await page.SeeLiveAsync();
                await CheckAsync(page, "live", look, scheme);
                await page.PressAsync("Settings");
                foreach (var tab in s_tabs)
                {
                    await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
                    await CheckAsync(page, $"settings-{tab.ToLowerInvariant()}", look, scheme);
                }
            }
        );

    private static async Task CheckAsync(IPage page, string screen, string look, ColorScheme scheme)
    {
        var name = $"{screen}-{look}-{scheme}".ToLowerInvariant();
        await page.KeepAsync(name);
        if (look == Look.Phone.Name)
        {
            // Colours are those of the theme, not of the device; and axe takes its time.
            Assert.Empty(await Axe.FindAsync(page));
        }

        Assert.Empty(await page.EvaluateAsync<string[]>(Overflowing));
    }
}
