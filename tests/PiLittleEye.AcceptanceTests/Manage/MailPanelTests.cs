using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

/// <summary>The page "Photo by mail" as far as it needs no mail server.</summary>
public sealed class MailPanelTests(Chromium chromium)
{
    private const string Title = "Photo by mail";

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task Who_has_no_mailbox_yet_is_led_to_a_provider_and_to_what_it_wants(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Dark),
            async (page, _) =>
            {
                await page.OpenPanelAsync("mail", Title);
                await page.SeeAsync("Give the camera a mailbox");
                await page.CheckLooksAsync("mail-welcome", device, ColorScheme.Dark);
                await page.Button("Set up the mailbox").ClickAsync();
                await page.SeeAsync("Who runs the mailbox?");
                await page.CheckLooksAsync("mail-providers", device, ColorScheme.Dark);
                await page.GetByRole(AriaRole.Link, new() { Name = "Gmail" }).ClickAsync();
                await page.SeeAsync("First, an app password");
                await Assertions
                    .Expect(page.GetByRole(AriaRole.Link, new() { Name = "Gmail’s own help" }))
                    .ToHaveAttributeAsync("href", "https://support.google.com/accounts/answer/185833");
                await page.CheckLooksAsync("mail-gmail", device, ColorScheme.Dark);

                await page.Field("Mail address of the camera").FillAsync("camera");
                await page.Field("App password").FillAsync("abcd efgh ijkl mnop");
                await page.Button("Save and test").ClickAsync();
                await page.SeeAsync("address is \"camera\"");
                await Assertions.Expect(page.Field("Mail address of the camera")).ToBeFocusedAsync();
                await page.CheckLooksAsync("mail-wrong-address", device, ColorScheme.Dark);
            }
        );

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task What_is_wrong_with_a_server_of_ones_own_is_said_at_its_field_even_where_nobody_looked(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Light),
            async (page, _) =>
            {
                await page.OpenPanelAsync("mail/setup-own", Title);
                await page.Field("Mail address of the camera").FillAsync("camera@test.local");
                await page.Field("Password").FillAsync("a password");
                await page.GetByLabel("Server", new() { Exact = true }).First.FillAsync("imap test");
                await page.GetByLabel("Server", new() { Exact = true }).Last.FillAsync("localhost");
                await page.Locator("#manage summary").ClickAsync();
                await page.Field("Ask every … seconds").FillAsync("5");
                await page.Locator("#manage summary").ClickAsync();
                await page.Button("Save and test").ClickAsync();
                await page.SeeAsync("incoming.host is \"imap test\"");
                await page.SeeAsync("pollingSeconds is 5");
                await page.CheckLooksAsync("mail-own", device, ColorScheme.Light);
            }
        );

    [Fact]
    public Task The_way_from_the_menu_to_the_form_needs_no_mouse() =>
        VisitAsync(
            Look.Desktop,
            async (page, _) =>
            {
                await page.SeeLiveAsync();
                var menu = await page.OpenMenuAsync();
                await menu.GetByRole(AriaRole.Link, new() { Name = Title }).FocusAsync();
                await page.Keyboard.PressAsync("Enter");
                await page.SeeAsync("Give the camera a mailbox");
                await page.TabToAsync("Set up the mailbox");
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who runs the mailbox?" })).ToBeFocusedAsync();
                await page.Keyboard.PressAsync("Tab");
                await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Gmail" })).ToBeFocusedAsync();
                await page.Keyboard.PressAsync("Enter");
                await Assertions
                    .Expect(
                        page.GetByRole(
                            AriaRole.Heading,
                            new()
                            {
                                Name = "Gmail",
                                Level = 2,
                                Exact = true,
                            }
                        )
                    )
                    .ToBeFocusedAsync();
            }
        );

    private async Task VisitAsync(Look look, Func<IPage, Api, Task> test)
    {
        await using var appliance = await Appliance.StartAsync();
        await appliance.Api.ClaimAsync();
        await chromium.VisitAsync(appliance, look, page => test(page, appliance.Api));
    }
}
