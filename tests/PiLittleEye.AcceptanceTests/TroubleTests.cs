using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

/// <summary>What the page says and does when something is wrong, and that it gets over it by itself.</summary>
public sealed class TroubleTests(Chromium chromium)
{
    [Fact]
    public async Task When_the_service_goes_the_page_says_so_and_is_live_again_when_it_is_back()
    {
        await using var appliance = await StartClaimedAsync();
        await chromium.VisitAsync(
            appliance,
            Look.Phone,
            async page =>
            {
                await page.SeeLiveAsync();
                await appliance.KillAsync();
                await page.SeePillAsync("RECONNECTING in");
                // The last picture stays, and nobody can take it for a live one.
                await page.SeeAsync("not live:");
                await page.KeepAsync("reconnecting-phone-dark");
                await Assertions.Expect(page.Locator("#picture")).ToHaveCSSAsync("filter", "grayscale(0.9) brightness(0.62)");

                await appliance.StartAgainAsync();
                await page.SeeLiveAsync();
                await Assertions.Expect(page.GetByText("not live:")).ToBeHiddenAsync();
            }
        );
    }

    [Fact]
    public async Task A_service_that_is_restarted_says_goodbye_and_the_picture_comes_back()
    {
        await using var appliance = await StartClaimedAsync();
        await chromium.VisitAsync(
            appliance,
            Look.Phone,
            async page =>
            {
                await page.SeeLiveAsync();
                // Looked at with each frame that is painted: the first retry comes after half a second.
                var told = page.WaitForFunctionAsync("() => document.getElementById('pill').textContent.includes('RESTARTING')");
                Assert.Equal(0, await appliance.StopAsync());
                await told;
                await appliance.StartAgainAsync();
                await page.SeeLiveAsync();
            }
        );
    }

    [Fact]
    public async Task Without_a_network_the_page_opens_all_the_same_and_finds_the_camera_when_it_is_back()
    {
        await using var appliance = await StartClaimedAsync();
        await chromium.VisitAsync(
            appliance,
            Look.Phone,
            async page =>
            {
                await page.SeeLiveAsync();
                await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
                await page.ReloadAsync();
                await page.SeeLiveAsync();
                await appliance.KillAsync();
                await page.ReloadAsync();
                await page.SeeAsync("The camera does not answer. Trying again in");
                await page.KeepAsync("no-answer-phone-dark");

                await appliance.StartAgainAsync();
                await page.SeeLiveAsync();
            }
        );
    }

    [Fact]
    public async Task A_phone_without_network_is_told_apart_from_a_camera_that_is_away()
    {
        await using var appliance = await StartClaimedAsync();
        await chromium.VisitAsync(
            appliance,
            Look.Phone,
            async page =>
            {
                await page.SeeLiveAsync();
                await page.Context.SetOfflineAsync(true);
                await appliance.KillAsync();
                await page.SeePillAsync("OFFLINE no network");
                await appliance.StartAgainAsync();
                await page.Context.SetOfflineAsync(false);
                await page.SeeLiveAsync();
            }
        );
    }

    [Fact]
    public async Task A_camera_without_a_device_says_so_and_what_to_do()
    {
        await using var appliance = await StartClaimedAsync("--Cameras:0:Source=v4l2", "--Cameras:0:Device=/dev/video250");
        await chromium.VisitAsync(
            appliance,
            Look.Phone,
            async page =>
            {
                await page.SeePillAsync("NO SIGNAL No camera");
                var notice = page.GetByRole(AriaRole.Region, new() { Name = "Why there is no picture" });
                await Assertions.Expect(notice).ToContainTextAsync("The camera says");
                await Assertions.Expect(notice.GetByRole(AriaRole.Heading)).ToHaveTextAsync("No camera");
                await Assertions.Expect(notice).ToContainTextAsync("Check that the ribbon or USB cable sits firmly at both ends");
                await page.KeepAsync("no-device-phone-dark");
                Assert.Empty(await Axe.FindAsync(page));
            }
        );
    }

    private static async Task<Appliance> StartClaimedAsync(params string[] settings)
    {
        var appliance = await Appliance.StartAsync(settings);
        await appliance.Api.ClaimAsync();
        return appliance;
    }
}
