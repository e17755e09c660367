using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

public sealed class LivePictureTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Fact]
    public Task The_picture_really_moves() =>
        VisitAsync(async page =>
        {
            var first = await page.ReadPictureAsync();
            await Limit.Until(page.ReadPictureAsync, now => now != first, "the picture changes");
            Assert.Equal((640, 360), await page.PictureSizeAsync());
        });

    [Fact]
    public Task A_browser_that_cannot_take_streams_apart_shows_them_all_the_same() =>
        VisitAsync(async page =>
        {
            await page.AddInitScriptAsync("delete globalThis.createImageBitmap");
            await page.ReloadAsync();
            await page.SeeLiveAsync();
            await Assertions.Expect(page.Locator("#picture")).ToBeHiddenAsync();
            await Assertions.Expect(page.Locator("#plain-picture")).ToHaveJSPropertyAsync("naturalWidth", 640);
        });

    [Fact]
    public Task A_tab_that_nobody_sees_downloads_nothing() =>
        VisitAsync(async page =>
        {
            await camera.Appliance.Api.SeeViewersAsync(1);
            await page.HideTabAsync(isHidden: true);
            await camera.Appliance.Api.SeeViewersAsync(0);
            await page.SeePillAsync("PAUSED");
            await page.HideTabAsync(isHidden: false);
            await page.SeeLiveAsync();
            await camera.Appliance.Api.SeeViewersAsync(1);
        });

    [Fact]
    public Task A_snapshot_is_saved_with_camera_and_moment_in_its_name() =>
        VisitAsync(async page =>
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.PressAsync("Save a photo (S)"));
            Assert.Matches(@"^camera-\d{8}-\d{6}\.jpg$", download.SuggestedFilename);
            var jpeg = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
            Assert.Equal([0xFF, 0xD8, 0xFF], jpeg[..3]);
            Assert.Equal([0xFF, 0xD9], jpeg[^2..]);
            await page.SeeAsync($"Saved {download.SuggestedFilename}");
        });

    [Fact]
    public Task The_picture_fills_the_screen_and_gives_it_back() =>
        VisitAsync(async page =>
        {
            await page.PressAsync("Full screen (F)");
            await SeeFullScreenAsync(page, isFull: true);
            await page.Keyboard.PressAsync("f");
            await SeeFullScreenAsync(page, isFull: false);
        });

    [Fact]
    public Task Controls_leave_the_picture_alone_and_come_back_at_a_tap() =>
        VisitAsync(async page =>
        {
            await Assertions.Expect(page.Locator(".dock")).ToHaveCSSAsync("opacity", "0");
            await Assertions.Expect(page.Pill()).ToBeInViewportAsync();
            await page.Touchscreen.TapAsync(195, 422);
            await Assertions.Expect(page.Locator(".dock")).ToHaveCSSAsync("opacity", "1");
        });

    [Fact]
    public Task Two_taps_come_closer_and_two_more_go_back() =>
        VisitAsync(async page =>
        {
            await TapTwiceAsync(page);
            await Assertions.Expect(page.Button("Zoom")).ToHaveAttributeAsync("aria-pressed", "true");
            Assert.Matches(@"scale\(2\.5\)", await page.Locator("#picture").EvaluateAsync<string>("picture => picture.style.transform"));
            await TapTwiceAsync(page);
            await Assertions.Expect(page.Button("Zoom")).ToHaveAttributeAsync("aria-pressed", "false");
        });

    [Fact]
    public Task The_age_is_counted_from_the_capture_whatever_clock_the_phone_has() =>
        chromium.VisitAsync(
            camera,
            Look.Phone,
            async page =>
            {
                await page.Clock.SetSystemTimeAsync(DateTime.UnixEpoch.AddYears(60));
                await page.ReloadAsync();
                await page.SeeLiveAsync();
            }
        );

    private static async Task TapTwiceAsync(IPage page)
    {
        await page.Touchscreen.TapAsync(195, 422);
        await page.Touchscreen.TapAsync(195, 422);
    }

    private static async Task SeeFullScreenAsync(IPage page, bool isFull) =>
        await page.WaitForFunctionAsync("isFull => (document.fullscreenElement !== null) === isFull", isFull);

    private Task VisitAsync(Func<IPage, Task> test) =>
        chromium.VisitAsync(
            camera,
            Look.Phone,
            async page =>
            {
                await page.SeeLiveAsync();
                await test(page);
            }
        );
}
