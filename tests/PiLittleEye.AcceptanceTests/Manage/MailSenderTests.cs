using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

/// <summary>Who may ask, what is believed, and what became of requests.</summary>
public sealed class MailSenderTests(Chromium chromium)
{
    private const string Title = "Photo by mail";

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task A_second_address_shares_the_secret_and_loses_it_when_it_gets_its_own(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Dark),
            async (page, api) =>
            {
                await api.AddPersonAsync("Grace Hopper", "viewer");
                await api.PostAsync("photo-replies/senders", new { address = "ada@test.local" });
                await page.OpenPanelAsync("mail", Title);
                await page.Button("Approve a sender").ClickAsync();
                var dialog = page.Question("Approve a sender");
                await dialog.GetByLabel("Mail address").FillAsync("ada@test.local");
                await dialog.Button("Go on").ClickAsync();
                await Assertions.Expect(dialog.GetByText("This address is on the list")).ToBeVisibleAsync();
                await dialog.GetByLabel("Mail address").FillAsync("countess@test.local");
                await dialog.GetByLabel("May see").SelectOptionAsync("What Grace Hopper may see");
                await dialog.GetByLabel("Secret").SelectOptionAsync("The same as ada@test.local");
                await dialog.Button("Go on").ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "countess@test.local" })).ToBeVisibleAsync();
                await page.SeeAsync("Same secret as");
                await Assertions.Expect(page.Locator(".detail-head").GetByText("What Grace Hopper may see")).ToBeVisibleAsync();
                await page.CheckLooksAsync("mail-shared-secret", device, ColorScheme.Dark);

                await page.Button("New secret").ClickAsync();
                await page.Question("A new secret?").Button("Make a new one").ClickAsync();
                var shown = page.Question("Scan this on their phone");
                await Assertions.Expect(shown.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
                await shown.Button("Later").ClickAsync();
                await page.SeeAsync("Not checked yet");
                await page.Button("What may be seen").ClickAsync();
                var rights = page.Question("What may be seen?");
                await rights.GetByLabel("May see").SelectOptionAsync("Every camera");
                await rights.Button("Save").ClickAsync();
                await Assertions.Expect(page.Locator(".detail-head").GetByText("Every camera")).ToBeVisibleAsync();

                await page.Button("Remove").ClickAsync();
                var question = page.Question("Remove countess@test.local?");
                await question.GetByRole(AriaRole.Textbox).FillAsync("countess@test.local");
                await question.Button("Remove").ClickAsync();
                await page.SeeAsync("countess@test.local is removed");
                Assert.Equal(1, (await api.GetAsync("photo-replies/senders")).GetArrayLength());
            }
        );

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task Who_believes_every_sender_is_told_what_that_means_before_it_is_saved(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Light),
            async (page, api) =>
            {
                await page.OpenPanelAsync("mail", Title);
                await page.GetByRole(AriaRole.Link, new() { Name = "No sender is believed yet" }).ClickAsync();
                var confirmed = page.GetByRole(AriaRole.Switch, new() { Name = "The sender must be confirmed" });
                await Assertions.Expect(page.GetByText("Anybody can write your address on a mail")).ToBeHiddenAsync();
                await confirmed.ClickAsync();
                await page.SeeAsync("Anybody can write your address on a mail");
                await page.CheckLooksAsync("mail-rules", device, ColorScheme.Light);
                await page.Field("Photos an hour for all").FillAsync("999");
                await page.Button("Save").ClickAsync();
                await page.SeeAsync("It is 999; use 1 to 200.");
                await page.Field("Photos an hour for all").FillAsync("40");
                await page.Field("A code counts for").SelectOptionAsync("3 minutes");
                await page.Field("Name of the receiving server").FillAsync("mx.test.local");
                await page.Button("Save").ClickAsync();
                await page.SeeAsync("Saved, and in force");
                var rules = await api.GetAsync("photo-replies");
                Assert.False(rules.GetProperty("needsAuthentication").GetBoolean());
                Assert.Equal(40, rules.GetProperty("perHour").GetInt32());
                Assert.Equal(180, rules.GetProperty("codeSeconds").GetInt32());
                Assert.Equal("mx.test.local", rules.GetProperty("authservId").GetString());
            }
        );

    // Five wrong codes by mail and a day of requests: the answers of a camera that has had them.
    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task A_lock_says_when_it_ends_and_requests_say_what_became_of_them(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Dark) with
            {
                HasServiceWorker = false,
            },
            async (page, _) =>
            {
                var ended = new List<string>();
                var now = TimeProvider.System.GetUtcNow();
                await page.RouteAsync(
                    "**/photo-replies/senders",
                    route => route.FulfillAsync(new() { ContentType = "application/json", Body = LockedSender(now) })
                );
                await page.RouteAsync(
                    "**/photo-replies/decisions",
                    route => route.FulfillAsync(new() { ContentType = "application/json", Body = Requests(now) })
                );
                await page.RouteAsync(
                    "**/photo-replies/senders/7/lock",
                    route =>
                    {
                        ended.Add(route.Request.Method);
                        return route.FulfillAsync(new() { Status = 204 });
                    }
                );
                await page.OpenPanelAsync("mail", Title);
                await Assertions.Expect(page.Locator(".row-link").GetByText("Locked")).ToBeVisibleAsync();
                await page.CheckLooksAsync("mail-locked-list", device, ColorScheme.Dark);
                await page.OpenPanelAsync("mail/sender-7", Title);
                await page.SeeAsync("Locked after five wrong codes");
                await page.CheckLooksAsync("mail-locked", device, ColorScheme.Dark);
                await page.Button("End the lock").ClickAsync();
                await page.SeeAsync("grace@test.local may ask again");
                Assert.Equal(["DELETE"], ended);

                await page.OpenPanelAsync("mail/requests", Title);
                await page.SeeAsync("A photo was taken and handed over for sending.");
                await Assertions.Expect(page.Locator(".requests li")).ToHaveCountAsync(3);
                await page.CheckLooksAsync("mail-requests", device, ColorScheme.Dark);
            }
        );

    private static string LockedSender(DateTimeOffset now) =>
        $$"""
            [{"id":7,"address":"grace@test.local","account":null,"sharesWith":null,"isVerified":true,"createdAt":"{{now.AddDays(-9):O}}",
            "lockedUntil":"{{now.AddHours(23):O}}","usedAt":"{{now.AddHours(-2):O}}","replies":4,"wrongCodes":5}]
            """;

    private static string Requests(DateTimeOffset now) =>
        $$"""
            [{"at":"{{now.AddMinutes(-3):O}}","sender":"grace@test.local","verdict":"refused","reason":"wrong-code","text":"The code is wrong. After five of them in a day the sender is locked for a day."},
            {"at":"{{now.AddMinutes(
                -9
            ):O}}","sender":"","verdict":"ignored","reason":"mailing-list","text":"The mail came through a mailing list or was sent to many."},
            {"at":"{{now.AddDays(-1):O}}","sender":"grace@test.local","verdict":"answered","reason":"photo","text":"A photo was taken and handed over for sending."}]
            """;

    // With an account at servers that nobody reaches: none of this needs them.
    private async Task VisitAsync(Look look, Func<IPage, Api, Task> test)
    {
        await using var appliance = await Appliance.StartAsync();
        var api = appliance.Api;
        await api.ClaimAsync();
        await api.ChangeAsync(new { width = 640, height = 360 });
        var server = new
        {
            host = "localhost",
            port = 1,
            encryption = "tls",
        };
        await api.PutAsync(
            "mail",
            new
            {
                provider = "own",
                address = "camera@test.local",
                password = "a password",
                incoming = server,
                outgoing = server,
            }
        );
        await chromium.VisitAsync(appliance, look, page => test(page, api));
    }
}
