using System.Globalization;
using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

/// <summary>From nothing to a mailbox that works and somebody who may ask, against real mail servers.</summary>
public sealed class MailSetUpTests(Chromium chromium, MailServer server) : IClassFixture<MailServer>
{
    private const string Title = "Photo by mail";

    // The walk waits for its own mail to come in.
    private static readonly LocatorAssertionsToContainTextOptions s_patience = new() { Timeout = 60_000 };

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task A_mailbox_is_set_up_tested_and_somebody_approved_whose_code_is_right(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Dark),
            async (page, api) =>
            {
                var user = server.TakeUser();
                await SetUpAsync(page, user, $"{user}-pw");
                var summary = page.Locator(".walk-summary");
                await Assertions.Expect(page.Locator(".walk li[data-state=passed]").First).ToBeVisibleAsync();
                await page.KeepAsync($"mail-walk-{device}");
                await Assertions.Expect(summary).ToContainTextAsync("All of it works.", s_patience);
                await Assertions.Expect(page.Locator(".walk li")).ToHaveCountAsync(12);
                await page.CheckLooksAsync("mail-walk-done", device, ColorScheme.Dark);
                Assert.True((await api.GetAsync("mail")).GetProperty("hasSecret").GetBoolean());

                await page.GetByRole(AriaRole.Link, new() { Name = "Go on: who may ask" }).ClickAsync();
                await page.Button("Approve a sender").ClickAsync();
                var dialog = page.Question("Approve a sender");
                await dialog.GetByLabel("Mail address").FillAsync("ada");
                await dialog.Button("Go on").ClickAsync();
                await Assertions.Expect(dialog.GetByText("Type the whole address")).ToBeVisibleAsync();
                await dialog.GetByLabel("Mail address").FillAsync("ada@test.local");
                await page.CheckLooksAsync("mail-approve", device, ColorScheme.Dark);
                await dialog.Button("Go on").ClickAsync();

                var shown = page.Question("Scan this on their phone");
                await Assertions.Expect(shown.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
                await page.CheckLooksAsync("mail-secret", device, ColorScheme.Dark);
                await CheckSheetAsync(page, $"{user}@test.local", device);
                await shown.GetByLabel("Code it shows").FillAsync("12345");
                await shown.Button("Check the code").ClickAsync();
                await Assertions.Expect(shown.GetByText("Type the six digits the app shows.")).ToBeVisibleAsync();
                await shown.GetByLabel("Code it shows").FillAsync("000000");
                await shown.Button("Check the code").ClickAsync();
                await Assertions.Expect(shown.GetByText("The code is wrong")).ToBeVisibleAsync();
                var secret = await shown.GetByLabel("The same by hand", new() { Exact = true }).InnerTextAsync();
                await shown.GetByLabel("Code it shows").FillAsync(Authenticator.CodeOf(secret));
                await shown.Button("Check the code").ClickAsync();
                await page.SeeAsync("The code is right, but requests are not answered yet.");
                await Assertions.Expect(page.GetByText("Code checked")).ToBeVisibleAsync();
                await page.CheckLooksAsync("mail-sender", device, ColorScheme.Dark);

                await page.Button("Switch on").ClickAsync();
                await page.SeeAsync("Requests are answered");
                await page.OpenPanelAsync("mail", Title);
                await Assertions.Expect(page.GetByRole(AriaRole.Switch, new() { Name = "Answer requests" })).ToBeCheckedAsync();
                await page.CheckLooksAsync("mail-list", device, ColorScheme.Dark);
                await page.OpenPanelAsync("mail/mailbox", Title);
                await page.CheckLooksAsync("mail-mailbox", device, ColorScheme.Dark);
            }
        );

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task A_wrong_password_is_named_as_the_step_that_fails_with_what_helps(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Light),
            async (page, _) =>
            {
                await SetUpAsync(page, server.TakeUser(), "not the password");
                await Assertions.Expect(page.Locator(".walk-summary")).ToContainTextAsync("2 steps fail.", s_patience);
                var failed = page.Locator(".walk li[data-state=failed]");
                await Assertions.Expect(failed).ToHaveCountAsync(2);
                await Assertions.Expect(failed.First).ToContainTextAsync("Log in to the mailbox");
                await Assertions.Expect(failed.First.Locator(".walk-remedy")).Not.ToBeEmptyAsync();
                await Assertions.Expect(failed.Last).ToContainTextAsync("Log in for sending");
                await page.CheckLooksAsync("mail-walk-failed", device, ColorScheme.Light);
                await page.GetByRole(AriaRole.Link, new() { Name = "Change the account" }).ClickAsync();
                await page.SeeAsync("One is kept. Type only to change it.");
            }
        );

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task What_is_mailed_shows_up_with_what_became_of_it_while_somebody_looks(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Light),
            async (page, api) =>
            {
                var user = server.TakeUser();
                var secret = await PrepareAsync(api, user);
                await page.OpenPanelAsync("mail/mailbox", Title);
                await Assertions.Expect(page.Locator(".detail-head")).ToContainTextAsync("Connected", s_patience);
                await page.CheckLooksAsync("mail-connected", device, ColorScheme.Light);
                await page.OpenPanelAsync("mail/requests", Title);
                await page.SeeAsync("No mails yet");
                await MailAsync(user, "000000");
                var requests = page.Locator(".requests");
                await Assertions.Expect(requests).ToContainTextAsync("The code is wrong.", s_patience);
                await MailAsync(user, Authenticator.CodeOf(secret, ahead: 1));
                await Assertions.Expect(requests).ToContainTextAsync("A photo was taken", s_patience);
                await Assertions.Expect(requests.Locator("li")).ToHaveCountAsync(2);
                await page.CheckLooksAsync("mail-answered", device, ColorScheme.Light);
            }
        );

    // What a printer gets, seen as a browser lays it out for paper.
    private static async Task CheckSheetAsync(IPage page, string mailbox, string device)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".paper")).ToContainTextAsync(mailbox);
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.KeepAsync($"mail-paper-{device}");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    /// <returns>The secret of alice@test.local, who may ask.</returns>
    private async Task<string> PrepareAsync(Api api, string user)
    {
        await api.PutAsync(
            "mail",
            new
            {
                provider = "own",
                address = $"{user}@test.local",
                password = $"{user}-pw",
                incoming = new
                {
                    host = "localhost",
                    port = int.Parse(server.ImapPort, CultureInfo.InvariantCulture),
                    encryption = "tls",
                },
                outgoing = new
                {
                    host = "localhost",
                    port = int.Parse(server.SmtpPort, CultureInfo.InvariantCulture),
                    encryption = "tls",
                },
            }
        );
        var sender = await api.PostAsync("photo-replies/senders", new { address = "alice@test.local" });
        var secret = sender.GetProperty("secret").GetString()!;
        await api.SendAsync($"photo-replies/senders/{sender.GetProperty("id")}/verification", new { code = Authenticator.CodeOf(secret) });
        // The server of the test confirms no senders.
        await api.PutAsync("photo-replies", new { isOn = true, needsAuthentication = false });
        return secret;
    }

    private Task MailAsync(string user, string code) =>
        server.DeliverAsync(
            user,
            "From: Alice <alice@test.local>",
            $"To: {user}@test.local",
            "Subject: How does it look?",
            $"Message-ID: <{Guid.NewGuid()}@test.local>",
            "",
            code
        );

    private async Task SetUpAsync(IPage page, string user, string password)
    {
        await page.OpenPanelAsync("mail/setup", Title);
        await page.GetByRole(AriaRole.Link, new() { Name = "Another or my own server" }).ClickAsync();
        await page.Field("Mail address of the camera").FillAsync($"{user}@test.local");
        await page.Field("Password").FillAsync(password);
        await page.GetByLabel("Server", new() { Exact = true }).First.FillAsync("localhost");
        await page.GetByLabel("Port", new() { Exact = true }).First.FillAsync(server.ImapPort);
        await page.GetByLabel("Server", new() { Exact = true }).Last.FillAsync("localhost");
        await page.GetByLabel("Port", new() { Exact = true }).Last.FillAsync(server.SmtpPort);
        await page.Button("Save and test").ClickAsync();
    }

    private async Task VisitAsync(Look look, Func<IPage, Api, Task> test)
    {
        await using var appliance = await Appliance.StartAsync($"--Mail:TrustedAuthority={server.Authority}");
        await appliance.Api.ClaimAsync();
        await appliance.Api.ChangeAsync(new { width = 640, height = 360 });
        await chromium.VisitAsync(appliance, look, page => test(page, appliance.Api));
    }
}
