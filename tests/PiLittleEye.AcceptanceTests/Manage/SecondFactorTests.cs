using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

public sealed class SecondFactorTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public async Task It_is_set_up_with_a_code_and_a_recovery_code_opens_when_the_phone_is_lost(string device)
    {
        await using var appliance = await Appliance.StartAsync();
        await appliance.Api.ClaimAsync();
        await chromium.VisitAsync(
            appliance,
            Look.Named(device, ColorScheme.Dark),
            async page =>
            {
                await page.OpenPanelAsync("account", "Your account");
                await page.Button("Set it up").ClickAsync();
                var dialog = page.Question("Set up the second factor");
                await Assertions.Expect(dialog.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
                await page.CheckLooksAsync("second-factor", device, ColorScheme.Dark);
                await dialog.GetByLabel("Code it shows").FillAsync("000000");
                await dialog.Button("Switch on").ClickAsync();
                await Assertions.Expect(dialog.GetByText("The code is wrong")).ToBeVisibleAsync();
                await dialog.GetByLabel("Code it shows").FillAsync(await CodeOfAsync(dialog));
                await dialog.Button("Switch on").ClickAsync();
                var kept = page.Question("Keep these ten codes");
                await Assertions.Expect(kept.Locator("ol code")).ToHaveCountAsync(10);
                var codes = await kept.Locator("ol code").AllInnerTextsAsync();
                Assert.Equal(10, codes.Distinct(StringComparer.Ordinal).Count());
                await page.CheckLooksAsync("recovery-codes", device, ColorScheme.Dark);
                await kept.Button("I have kept them").ClickAsync();
                await Assertions.Expect(page.Button("Take it off")).ToBeVisibleAsync();

                await page.Button("Sign out here").ClickAsync();
                await page.SignInAsync(Api.Name, Api.Password);
                await Assertions.Expect(page.Field("Code from your app")).ToBeFocusedAsync();
                await page.CheckLooksAsync("sign-in-code", device, ColorScheme.Dark);
                await page.Field("Code from your app").FillAsync("000000");
                await page.Button("Sign in").ClickAsync();
                await page.SeeAsync("The code is wrong");
                await page.Field("Code from your app").FillAsync(codes[0]);
                await page.Button("Sign in").ClickAsync();
                await page.SeeLiveAsync();
            }
        );
    }

    [Fact]
    public async Task Of_whom_it_is_asked_they_set_it_up_before_they_see_anything()
    {
        await using var appliance = await Appliance.StartAsync();
        await appliance.Api.ClaimAsync();
        await appliance.Api.AddPersonAsync("Charles", "viewer");
        await chromium.VisitAsync(
            appliance,
            Look.Phone,
            async page =>
            {
                await page.OpenPanelAsync("people", "People");
                await page.Button("Who needs a second factor").ClickAsync();
                var rule = page.Question("Who needs a second factor?");
                await rule.GetByLabel("Viewers").CheckAsync();
                await page.CheckLooksAsync("second-factor-rule", Look.Phone.Name, ColorScheme.Dark);
                await rule.Button("Save").ClickAsync();
                await page.SeeAsync("Saved, and asked for from now on");
            }
        );
        await chromium.VisitAsStrangerAsync(
            appliance,
            Look.Phone,
            async page =>
            {
                await page.SignInAsync("Charles", Api.TemporaryPassword);
                await page.ChooseOwnPasswordAsync(Api.TemporaryPassword, "a password of my own");
                await page.SeeAsync("Set up your second factor");
                await page.CheckLooksAsync("second-factor-due", Look.Phone.Name, ColorScheme.Dark);
                await page.Field("Code it shows").FillAsync(await CodeOfAsync(page.Locator("#debts")));
                await page.Button("Switch on").ClickAsync();
                await page.SeeAsync("Keep these ten codes");
                await page.Button("I have kept them").ClickAsync();
                await page.SeeLiveAsync();
            }
        );
    }

    private static async Task<string> CodeOfAsync(ILocator place) =>
        Authenticator.CodeOf(await place.GetByLabel("The same by hand", new() { Exact = true }).InnerTextAsync());
}
