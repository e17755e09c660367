using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

/// <summary>The page "Photo by mail" as far as it needs no mail server.</summary>
public sealed class MailPanelTests(Chromium chromium)
{
    private const string Title = "Photo by mail";

    private const string Config = """
        {"credentials":{"address":"printer@test.local","password":"of no concern","imap_host":"imap.test.local","smtp_host":"smtp.test.local"},
        "email_subject":"How it prints","approved_users":{"ada@test.local":"MFRGGZDF"}}
        """;

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
                await page.SeeAsync("It is \"camera\"");
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
                await page.SeeAsync("It is \"imap test\"");
                await page.SeeAsync("It is 5; use 10 to 3600");
                await Assertions.Expect(page.GetByLabel("Server", new() { Exact = true }).First).ToBeFocusedAsync();
                await page.CheckLooksAsync("mail-own", device, ColorScheme.Light);
            }
        );

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task A_sign_in_that_the_installer_has_not_prepared_says_so(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Dark),
            async (page, _) =>
            {
                await page.OpenPanelAsync("mail/setup-outlook", Title);
                await page.Button("Sign in with Outlook").ClickAsync();
                await page.SeeAsync("It is \"\"");
                await page.Field("Mail address of the camera").FillAsync("my.camera@outlook.com");
                await page.Keyboard.PressAsync("Enter");
                await page.SeeAsync("This camera is not registered with the provider");
                await Assertions.Expect(page.Field("Mail address of the camera")).ToHaveValueAsync("my.camera@outlook.com");
                await page.CheckLooksAsync("mail-no-client-id", device, ColorScheme.Dark);
            }
        );

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task What_only_the_owner_can_mend_is_told_over_the_picture_until_it_is_mended(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Dark),
            async (page, api) =>
            {
                var banner = page.GetByRole(AriaRole.Region, new() { Name = Title });
                await page.SeeLiveAsync();
                await Assertions.Expect(banner).ToHaveCountAsync(0);
                // An account whose sign-in never happened.
                await api.PutAsync("mail", new { provider = "outlook", address = "my.camera@outlook.com" });
                await page.ReloadAsync();
                await page.SeeLiveAsync();
                await Assertions.Expect(banner).ToContainTextAsync("The camera cannot log in to its mailbox");
                await page.CheckLooksAsync("mail-banner", device, ColorScheme.Dark);
                await banner.GetByRole(AriaRole.Link, new() { Name = "Log in" }).ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "my.camera@outlook.com" })).ToBeVisibleAsync();
                await page.CheckLooksAsync("mail-needs-sign-in", device, ColorScheme.Dark);

                await page.Button("Remove the mailbox").ClickAsync();
                var question = page.Question("Remove the mailbox?");
                await question.GetByRole(AriaRole.Textbox).FillAsync("my.camera@outlook.com");
                await question.Button("Remove").ClickAsync();
                await page.SeeAsync("Give the camera a mailbox");
                await page.GotoAsync("/#");
                await page.SeeLiveAsync();
                await Assertions.Expect(banner).ToHaveCountAsync(0);
            }
        );

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task What_PrintCameraBot_knew_comes_over_but_for_its_secrets_and_is_told_line_by_line(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Light),
            async (page, api) =>
            {
                await page.OpenPanelAsync("mail", Title);
                await page.Button("Bring PrintCameraBot over").ClickAsync();
                await page.Field("config.json").FillAsync("{ half of it");
                await page.Button("Bring it over").ClickAsync();
                await page.SeeAsync("This is not the whole file");
                await page.GetByLabel("The file config.json")
                    .SetInputFilesAsync(
                        new FilePayload
                        {
                            Name = "config.json",
                            MimeType = "application/json",
                            Buffer = System.Text.Encoding.UTF8.GetBytes(Config),
                        }
                    );
                await Assertions.Expect(page.Field("config.json")).ToHaveValueAsync(Config);
                await page.Button("Bring it over").ClickAsync();
                await page.SeeAsync("approved_users.ada@test.local");
                await Assertions.Expect(page.Locator(".report").Last).ToContainTextAsync("16.6 bits");
                Assert.DoesNotContain("MFRGGZDF", await page.ContentAsync(), StringComparison.Ordinal);
                await page.CheckLooksAsync("mail-import", device, ColorScheme.Light);

                await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
                await page.GetByRole(AriaRole.Link, new() { Name = "ada@test.local" }).ClickAsync();
                await page.SeeAsync("Was nothing scanned so far");
                await page.Button("New secret").ClickAsync();
                await page.Question("A new secret?").Button("Make a new one").ClickAsync();
                await Assertions.Expect(page.Question("Scan this on their phone").GetByRole(AriaRole.Img)).ToBeVisibleAsync();
                Assert.Equal("printer@test.local", (await api.GetAsync("mail")).GetProperty("address").GetString());
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
