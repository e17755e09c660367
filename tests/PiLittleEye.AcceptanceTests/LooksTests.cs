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
    private static readonly string[] s_tabs = ["Picture", "Stamp", "People", "More"];

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
                await page.CheckLooksAsync("claim-code", look, scheme);
                await page.Field("Set-up code").FillAsync("7K2M9QXD4HTR");
                await page.Button("Continue").ClickAsync();
                await page.Field("Name").FillAsync(Api.Name);
                await page.Field("Password").FillAsync(Api.Password);
                await page.CheckLooksAsync("claim-you", look, scheme);
                await page.GotoAsync(claimed.Appliance.Origin);
                await Assertions.Expect(page.Button("Sign in")).ToBeVisibleAsync();
                await page.CheckLooksAsync("sign-in", look, scheme);
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
                await page.CheckLooksAsync("live", look, scheme);
                await page.PressAsync("Settings");
                foreach (var tab in s_tabs)
                {
                    await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
                    await page.CheckLooksAsync($"settings-{tab.ToLowerInvariant()}", look, scheme);
                }
            }
        );
}
