using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

/// <summary>Signing in with the provider by a code, against a pretended provider on the loopback.</summary>
public sealed class MailSignInTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public async Task The_code_stands_there_until_the_provider_has_decided_and_a_refusal_can_be_tried_again(string device)
    {
        await using var provider = await FakeAuthority.StartAsync();
        provider.Says(
            """{"error":"access_denied"}""",
            """{"access_token":"at","refresh_token":"rt","expires_in":3600,"token_type":"Bearer"}"""
        );
        await using var appliance = await Appliance.StartAsync(provider.Settings);
        await appliance.Api.ClaimAsync();
        await chromium.VisitAsync(
            appliance,
            Look.Named(device, ColorScheme.Dark) with
            {
                HasServiceWorker = false,
            },
            async page =>
            {
                // The real one would be asked for its servers, and no test leaves this machine.
                await page.RouteAsync("**/api/v1/mail/test", KeepInAsync);
                await page.OpenPanelAsync("mail/setup-outlook", "Photo by mail");
                await page.Field("Mail address of the camera").FillAsync("my.camera@outlook.com");
                await page.Button("Sign in with Outlook").ClickAsync();
                await Assertions.Expect(page.GetByLabel("The code", new() { Exact = true })).ToHaveTextAsync("ABCD-EFGH");
                await Assertions.Expect(page.GetByLabel("The code", new() { Exact = true })).ToBeFocusedAsync();
                await Assertions
                    .Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open the page" }))
                    .ToHaveAttributeAsync("href", "https://login.example/device");
                await page.SeeAsync("Waiting for you, until");
                await page.CheckLooksAsync("mail-code", device, ColorScheme.Dark);

                await page.SeeAsync("It was refused");
                await Assertions.Expect(page.Field("Mail address of the camera")).ToHaveValueAsync("my.camera@outlook.com");
                await page.CheckLooksAsync("mail-code-refused", device, ColorScheme.Dark);
                await page.Button("Sign in with Outlook").ClickAsync();
                await page.SeeAsync("Not tested yet.");
                var mail = await appliance.Api.GetAsync("mail");
                Assert.Equal("oauth2", mail.GetProperty("authentication").GetString());
                Assert.True(mail.GetProperty("hasSecret").GetBoolean());
            }
        );
    }

    private static Task KeepInAsync(IRoute route) =>
        route.FulfillAsync(
            new()
            {
                Status = 200,
                ContentType = "application/json",
                Body = """{"isRunning":false,"startedAt":null,"steps":[]}""",
            }
        );
}
