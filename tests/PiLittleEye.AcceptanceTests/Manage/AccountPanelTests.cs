using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

public sealed class AccountPanelTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Fact]
    public Task A_device_is_signed_out_from_another_one() =>
        chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Phone,
            async other =>
            {
                await other.SignInAsync(Api.Name, Api.Password);
                await other.SeeLiveAsync();
                await chromium.VisitAsync(
                    camera,
                    Look.Desktop,
                    async page =>
                    {
                        await page.OpenPanelAsync("account", "Your account");
                        await Assertions.Expect(page.GetByText("This one")).ToHaveCountAsync(1);
                        await page.CheckLooksAsync("devices", Look.Desktop.Name, ColorScheme.Dark);
                        await page.Button("Sign out everywhere else").ClickAsync();
                        await page.SeeAsync("Signed out everywhere else");
                    }
                );
                await other.SeeAsync("You have been signed out.");
            }
        );

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public async Task The_own_password_is_changed_where_the_old_one_is_right(string device)
    {
        await using var appliance = await Appliance.StartAsync();
        await appliance.Api.ClaimAsync();
        await chromium.VisitAsync(
            appliance,
            Look.Named(device, ColorScheme.Light),
            async page =>
            {
                await page.OpenPanelAsync("account", "Your account");
                await page.Button("Change password").ClickAsync();
                var dialog = page.Question("Change password");
                await dialog.GetByLabel("Password now", new() { Exact = true }).FillAsync("something else entirely");
                await dialog.GetByLabel("New password", new() { Exact = true }).FillAsync("short");
                await dialog.Button("Change").ClickAsync();
                await Assertions.Expect(dialog.GetByText("Use at least 10 characters.")).ToBeVisibleAsync();
                await dialog.GetByLabel("New password", new() { Exact = true }).FillAsync("eight legs of a spider");
                await dialog.Button("Change").ClickAsync();
                await Assertions.Expect(dialog.GetByText("The password is wrong")).ToBeVisibleAsync();
                await page.CheckLooksAsync("own-password", device, ColorScheme.Light);
                await dialog.GetByLabel("Password now", new() { Exact = true }).FillAsync(Api.Password);
                await dialog.Button("Change").ClickAsync();
                await page.SeeAsync("Your password is changed");
                await page.Button("Sign out here").ClickAsync();
                await page.SignInAsync(Api.Name, "eight legs of a spider");
                await page.SeeLiveAsync();
            }
        );
    }
}
