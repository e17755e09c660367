using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

public sealed class WatchingPanelTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task Who_watches_is_seen_and_shown_the_door(string device) =>
        chromium.VisitAsync(
            camera,
            Look.Phone,
            async watcher =>
            {
                await watcher.SeeLiveAsync();
                await chromium.VisitAsync(
                    camera,
                    Look.Named(device, ColorScheme.Dark),
                    async page =>
                    {
                        await page.OpenPanelAsync("watching", "Watching now");
                        await page.SeeAsync("1 stream is open");
                        await page.CheckLooksAsync("watching", device, ColorScheme.Dark);
                        await page.Button($"End what {Api.Name} watches").ClickAsync();
                        await page.SeeAsync("Nobody is watching");
                        await page.CheckLooksAsync("watching-nobody", device, ColorScheme.Dark);
                    }
                );
                await watcher.SeePillAsync("ENDED");
            }
        );
}
