using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

public sealed class CamerasTests(Chromium chromium)
{
    [Fact]
    public async Task Several_cameras_are_changed_by_a_tap_or_a_key_and_the_choice_is_remembered()
    {
        await using var appliance = await Appliance.StartAsync(
            "--Cameras:0:Id=bench",
            "--Cameras:0:Name=Bench",
            "--Cameras:1:Id=garage",
            "--Cameras:1:Name=Garage",
            "--Cameras:1:Source=test-pattern"
        );
        await appliance.Api.ClaimAsync();
        await appliance.Api.ChangeAsync(new { width = 640, height = 480 }, "garage");
        await chromium.VisitAsync(
            appliance,
            Look.Phone,
            async page =>
            {
                await page.SeeLiveAsync();
                await page.SeePictureSizeAsync(1280, 720);
                var garage = page.GetByRole(AriaRole.Navigation, new() { Name = "Cameras" }).GetByText("Garage");
                await page.Keyboard.PressAsync("Shift");
                await garage.ClickAsync();
                await SeeGarageAsync(page);
                await page.KeepAsync("cameras-phone-dark");
                await appliance.Api.SeeViewersAsync(0, "bench");
                await appliance.Api.SeeViewersAsync(1, "garage");

                await page.ReloadAsync();
                await SeeGarageAsync(page);
                await page.Keyboard.PressAsync("1");
                await page.SeePictureSizeAsync(1280, 720);
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bench" })).ToBeVisibleAsync();
            }
        );
        await chromium.VisitAsync(
            appliance,
            Look.Desktop,
            async page =>
            {
                // With room to spare each camera shows what it sees.
                await page.SeeLiveAsync();
                await page.WaitForFunctionAsync(
                    "() => [...document.querySelectorAll('#cameras img')].every(image => image.naturalWidth > 0)"
                );
                await page.KeepAsync("cameras-desktop-dark");
                Assert.Empty(await Axe.FindAsync(page));
            }
        );
    }

    private static async Task SeeGarageAsync(IPage page)
    {
        await page.SeePictureSizeAsync(640, 480);
        await page.SeeLiveAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Garage" })).ToBeVisibleAsync();
    }
}
