using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

/// <summary>For people who have a keyboard alone, listen to the page, or get dizzy from what moves.</summary>
public sealed class WithoutEyesOrMouseTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Fact]
    public async Task The_camera_is_claimed_with_the_keyboard_alone()
    {
        await using var appliance = await Appliance.StartAsync();
        await chromium.VisitAsStrangerAsync(
            appliance,
            Look.Desktop,
            async page =>
            {
                await TypeAsync(page, "Set-up code", await appliance.ReadSetupCodeAsync());
                await page.Keyboard.PressAsync("Enter");
                await TypeAsync(page, "Name", Api.Name);
                await page.Keyboard.PressAsync("Tab");
                await TypeAsync(page, "Password", Api.Password);
                await page.Keyboard.PressAsync("Enter");
                await page.SeeAsync("Add your phone");
                await page.TabToAsync("Show me the picture");
                await page.Keyboard.PressAsync("Enter");
                await page.SeeLiveAsync();
            }
        );
    }

    [Fact]
    public Task Signing_in_looking_and_changing_go_with_the_keyboard_alone() =>
        chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Desktop,
            async page =>
            {
                await TypeAsync(page, "Name", Api.Name);
                await page.Keyboard.PressAsync("Tab");
                await TypeAsync(page, "Password", Api.Password);
                await page.Keyboard.PressAsync("Enter");
                await page.SeeLiveAsync();

                await page.TabToAsync("Settings");
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Picture" })).ToBeFocusedAsync();
                await page.Keyboard.PressAsync("Tab");
                await page.Keyboard.PressAsync("Tab");
                await page.Keyboard.PressAsync("ArrowRight");
                await page.SeePictureSizeAsync(360, 640);
                await page.Keyboard.PressAsync("ArrowLeft");
                await page.SeePictureSizeAsync(640, 360);

                await page.Keyboard.PressAsync("Escape");
                await Assertions.Expect(page.Locator("#sheet")).ToBeHiddenAsync();
                await Assertions.Expect(page.Button("Settings")).ToBeFocusedAsync();
                await page.Keyboard.PressAsync("?");
                await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys and gestures" })).ToBeVisibleAsync();
                await page.Keyboard.PressAsync("Escape");
                await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys and gestures" })).ToBeHiddenAsync();
                var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("s"));
                Assert.EndsWith(".jpg", download.SuggestedFilename, StringComparison.Ordinal);
            }
        );

    [Fact]
    public Task What_happens_to_the_picture_is_told_to_who_listens_and_numbers_that_tick_are_not() =>
        chromium.VisitAsync(
            camera,
            Look.Phone,
            async page =>
            {
                var told = page.Locator("#announcer");
                await Assertions.Expect(told).ToHaveAttributeAsync("aria-live", "polite");
                await Assertions.Expect(told).ToHaveTextAsync("Camera: live");
                await page.HideTabAsync(isHidden: true);
                await Assertions.Expect(told).ToHaveTextAsync("Camera: paused");
                await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Live picture of Camera" })).ToBeVisibleAsync();
            }
        );

    [Fact]
    public Task Nothing_slides_for_who_asked_for_less_motion() =>
        chromium.VisitAsync(
            camera,
            Look.Phone with
            {
                Motion = ReducedMotion.Reduce,
            },
            async page =>
            {
                await page.SeeLiveAsync();
                await page.OpenSettingsAsync("Picture");
                var longest = await page.EvaluateAsync<double>(
                    "() => Math.max(0, ...document.getAnimations().map(({ effect }) => effect.getComputedTiming().duration))"
                );
                Assert.Equal(0, longest);
            }
        );

    [Fact]
    public Task A_fault_that_axe_should_find_is_found() =>
        chromium.VisitAsync(
            camera,
            Look.Phone,
            async page =>
            {
                await page.SeeLiveAsync();
                await page.EvaluateAsync("() => document.getElementById('snapshot').removeAttribute('title')");
                Assert.StartsWith("button-name:", Assert.Single(await Axe.FindAsync(page)), StringComparison.Ordinal);
            }
        );

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await Assertions.Expect(page.Field(field)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(text);
    }
}
