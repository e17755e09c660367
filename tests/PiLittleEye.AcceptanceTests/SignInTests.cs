using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

public sealed class SignInTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Fact]
    public Task Signing_in_leads_to_the_picture_and_signing_out_away_from_it() =>
        chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Phone,
            async page =>
            {
                await page.Field("Name").FillAsync(Api.Name);
                await page.Field("Password").FillAsync(Api.Password);
                await page.Button("Sign in").ClickAsync();
                await page.SeeLiveAsync();

                await page.Button("Settings").ClickAsync();
                await page.GetByRole(AriaRole.Tab, new() { Name = "More" }).ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
                await page.SeeAsync("You are signed out.");
                await page.ReloadAsync();
                await Assertions.Expect(page.Button("Sign in")).ToBeVisibleAsync();
            }
        );
}
