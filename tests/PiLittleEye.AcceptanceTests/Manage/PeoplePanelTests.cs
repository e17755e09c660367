using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

public sealed class PeoplePanelTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task Somebody_is_added_with_rights_and_a_password_that_is_told_once_and_replaced(string device) =>
        chromium.VisitAsync(
            camera,
            Look.Named(device, ColorScheme.Dark),
            async page =>
            {
                var name = $"Hedy of the {device}";
                await page.OpenPanelAsync("people", "People");
                await page.Button("Add a person").ClickAsync();
                var dialog = page.Question("Add a person");
                await dialog.Button("Add").ClickAsync();
                await Assertions.Expect(dialog.GetByText("Type a name.")).ToBeVisibleAsync();
                await dialog.GetByLabel("Name").FillAsync(Api.Name.ToUpperInvariant());
                await dialog.Button("Add").ClickAsync();
                await Assertions.Expect(dialog.GetByText("There is an account with that name")).ToBeVisibleAsync();
                await dialog.GetByLabel("Name").FillAsync(name);
                await dialog.GetByLabel("Photos").UncheckAsync();
                await page.CheckLooksAsync("person-new", device, ColorScheme.Dark);
                await dialog.Button("Add").ClickAsync();
                var told = page.Question($"Tell {name} this password");
                var password = await told.GetByLabel("Temporary password", new() { Exact = true }).InnerTextAsync();
                await page.CheckLooksAsync("person-password", device, ColorScheme.Dark);
                await told.Button("Done").ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
                await page.SeeAsync("Watch on Camera");
                await page.CheckLooksAsync("person", device, ColorScheme.Dark);
                await SignInForTheFirstTimeAsync(name, password, device);
            }
        );

    [Fact]
    public Task Rights_change_a_lock_can_be_undone_and_deleting_asks_for_the_name() =>
        chromium.VisitAsync(
            camera,
            Look.Phone,
            async page =>
            {
                await camera.Appliance.Api.AddPersonAsync("Mallory", "viewer");
                await page.OpenPanelAsync("people", "People");
                await page.GetByRole(AriaRole.Link, new() { Name = "Mallory" }).ClickAsync();
                await page.Button("Change rights").ClickAsync();
                var rights = page.Question("What may Mallory do?");
                await rights.GetByLabel("Settings").CheckAsync();
                await page.CheckLooksAsync("rights", Look.Phone.Name, ColorScheme.Dark);
                await rights.Button("Save").ClickAsync();
                await page.SeeAsync("Watch and settings on Camera");

                await page.Button("Lock").ClickAsync();
                await Assertions.Expect(page.Locator(".detail-head .tag").First).ToHaveTextAsync("Locked");
                await page.Button("Undo").ClickAsync();
                await Assertions.Expect(page.Button("Lock")).ToBeVisibleAsync();

                await page.Button("Delete Mallory").ClickAsync();
                var question = page.Question("Delete Mallory?");
                await question.GetByRole(AriaRole.Textbox).FillAsync("Mallor");
                await question.Button("Delete").ClickAsync();
                await Assertions.Expect(question.GetByText("That is not “Mallory”.")).ToBeVisibleAsync();
                await page.CheckLooksAsync("person-delete", Look.Phone.Name, ColorScheme.Dark);
                await question.GetByRole(AriaRole.Textbox).FillAsync("mallory");
                await question.Button("Delete").ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Mallory" })).ToHaveCountAsync(0);
            }
        );

    [Fact]
    public async Task A_viewer_finds_only_what_a_viewer_may_do()
    {
        await using var appliance = await Appliance.StartAsync();
        await appliance.Api.ClaimAsync();
        await appliance.Api.AddPersonAsync("Charles", "viewer");
        await chromium.VisitAsStrangerAsync(
            appliance,
            Look.Phone,
            async page =>
            {
                await page.SignInAsync("Charles", Api.TemporaryPassword);
                await page.ChooseOwnPasswordAsync(Api.TemporaryPassword, "a password of my own");
                await page.SeeLiveAsync();
                await Assertions.Expect(page.Locator("#rotate")).ToBeHiddenAsync();
                await Assertions.Expect(page.Button("Save a photo (S)")).ToBeDisabledAsync();
                var menu = await page.OpenMenuAsync();
                await Assertions.Expect(menu.GetByRole(AriaRole.Link)).ToHaveTextAsync(["Your account", "Keys and links"]);
                await page.CheckLooksAsync("menu-viewer", Look.Phone.Name, ColorScheme.Dark);
            }
        );
    }

    private Task SignInForTheFirstTimeAsync(string name, string password, string device) =>
        chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Named(device, ColorScheme.Dark),
            async page =>
            {
                await page.SignInAsync(name, password);
                await page.SeeAsync("Choose a password of your own");
                await page.CheckLooksAsync("first-sign-in", device, ColorScheme.Dark);
                await page.ChooseOwnPasswordAsync(password, "a password of my own");
                await page.SeeLiveAsync();
            }
        );
}
