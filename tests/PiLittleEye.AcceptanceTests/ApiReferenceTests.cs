using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Manage;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

/// <summary>The reference of what programs may ask.</summary>
public sealed class ApiReferenceTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Theory]
    [InlineData("phone", ColorScheme.Dark)]
    [InlineData("phone", ColorScheme.Light)]
    [InlineData("desktop", ColorScheme.Dark)]
    [InlineData("desktop", ColorScheme.Light)]
    public Task It_is_found_searched_and_read(string device, ColorScheme scheme) =>
        chromium.VisitAsync(
            camera,
            Look.Named(device, scheme),
            async page =>
            {
                await page.OpenPanelAsync("keys", "Keys and links");
                await page.GetByRole(AriaRole.Link, new() { Name = "the API" }).ClickAsync();
                await page.SeeAsync("/api/v1/cameras");
                await page.CheckLooksAsync("api", device, scheme);

                await page.GetByLabel("Find").FillAsync("POST ticket");
                await Assertions.Expect(page.Locator(".operation:visible")).ToHaveCountAsync(1);
                await page.Locator(".operation:visible summary").ClickAsync();
                await page.SeeAsync("With curl");
                await page.SeeAsync("\"minutes\": ");
                await page.CheckLooksAsync("api-operation", device, scheme);
                await page.GetByLabel("Find").FillAsync("nothing of the kind");
                await Assertions.Expect(page.Locator(".operation:visible")).ToHaveCountAsync(0);
            }
        );

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task A_stranger_is_asked_to_sign_in_first(string device) =>
        chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Named(device, ColorScheme.Dark),
            async page =>
            {
                await page.GotoAsync("/api");
                await page.SeeAsync("This is for people who are signed in.");
                await Assertions.Expect(page.Locator(".operation")).ToHaveCountAsync(0);
                await page.CheckLooksAsync("api-stranger", device, ColorScheme.Dark);
            }
        );
}
