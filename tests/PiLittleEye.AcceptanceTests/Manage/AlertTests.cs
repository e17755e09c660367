using System.Net;
using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

/// <summary>Alerts of the log make themselves known on the picture, until somebody has read them.</summary>
public sealed class AlertTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public async Task An_alert_is_a_number_on_the_way_to_the_log_until_it_has_been_seen(string device)
    {
        await using var appliance = await Appliance.StartAsync();
        await appliance.Api.ClaimAsync();
        await appliance.Api.ChangeAsync(new { width = 640, height = 360 });
        Assert.Equal(HttpStatusCode.OK, await appliance.Api.StatusAsStrangerAsync($"{appliance.Origin}/robots.txt"));
        Assert.Equal(HttpStatusCode.Unauthorized, await appliance.Api.StatusAsStrangerAsync($"{appliance.Origin}/.env"));
        await chromium.VisitAsync(
            appliance,
            Look.Named(device, ColorScheme.Dark),
            async page =>
            {
                await page.SeeLiveAsync();
                var account = page.Locator("#open-menu");
                await Assertions.Expect(account).ToHaveAttributeAsync("data-alerts", "2");
                await Assertions.Expect(account).ToHaveAccessibleNameAsync("Account and more, 2 new alerts");
                await page.CheckLooksAsync("alerts-badge", device, ColorScheme.Dark);
                await page.PressAsync("Account and more, 2 new alerts");
                var menu = page.Question("Account and more");
                await Assertions.Expect(menu).ToBeVisibleAsync();
                await page.CheckLooksAsync("alerts-menu", device, ColorScheme.Dark);
                await menu.GetByRole(AriaRole.Link, new() { Name = "Log" }).ClickAsync();
                await page.SeeAsync("A robot that reads web sites has found this camera");
                await page.GetByRole(AriaRole.Checkbox, new() { Name = "Alerts" }).CheckAsync();
                await Assertions.Expect(page.Locator(".timeline .entry")).ToHaveCountAsync(2);
                await page.CheckLooksAsync("alerts-log", device, ColorScheme.Dark);

                await page.GotoAsync("/");
                await page.SeeLiveAsync();
                await Assertions.Expect(account).ToHaveAccessibleNameAsync("Account and more");
                Assert.Equal(0, (await appliance.Api.GetAsync("log/alerts")).GetProperty("count").GetInt32());
            }
        );
    }
}
