using System.Text.Json;
using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

/// <summary>What becomes of somebody who has an account: another name, another role, another end, another password.</summary>
public sealed class PersonChangesTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task Somebody_is_renamed_and_another_ones_name_is_refused(string device) =>
        VisitAsync(
            device,
            $"Countess of the {device}",
            async (page, name) =>
            {
                await page.Button("Rename").ClickAsync();
                var dialog = page.Question($"Rename {name}");
                await dialog.GetByLabel("New name").FillAsync(Api.Name);
                await dialog.Button("Rename").ClickAsync();
                await Assertions.Expect(dialog.GetByText("There is an account with that name")).ToBeVisibleAsync();
                await page.CheckLooksAsync("person-rename", device, ColorScheme.Light);
                await dialog.GetByLabel("New name").FillAsync($"Ada the {device}");
                await dialog.Button("Rename").ClickAsync();
                await SeePersonAsync(page, $"Ada the {device}");
                Assert.Equal("viewer", (await AccountAsync($"Ada the {device}")).GetProperty("role").GetString());
            }
        );

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task A_viewer_becomes_a_guest_with_an_end_which_can_be_moved_and_taken_away(string device) =>
        VisitAsync(
            device,
            $"Guest of the {device}",
            async (page, name) =>
            {
                await page.Button("Change role").ClickAsync();
                var role = page.Question($"Role of {name}");
                await Assertions.Expect(role.GetByLabel("Until when")).ToBeHiddenAsync();
                await role.GetByLabel("Role").SelectOptionAsync("Guest");
                await role.GetByLabel("Until when").SelectOptionAsync("4 hours");
                await page.CheckLooksAsync("person-role", device, ColorScheme.Light);
                await role.Button("Save").ClickAsync();
                await SeeTagAsync(page, "Ends in 4 h");

                await page.Button("Change the end").ClickAsync();
                var end = page.Question($"Until when may {name} come in?");
                await end.GetByLabel("From now on for").SelectOptionAsync("3 days");
                await page.CheckLooksAsync("person-end", device, ColorScheme.Light);
                await end.Button("Save").ClickAsync();
                await SeeTagAsync(page, "Ends in 3 d");
                await page.CheckLooksAsync("person-guest", device, ColorScheme.Light);

                await page.Button("Change role").ClickAsync();
                await page.Question($"Role of {name}").GetByLabel("Role").SelectOptionAsync("Viewer");
                await page.Question($"Role of {name}").Button("Save").ClickAsync();
                await Assertions.Expect(page.Button("Change the end")).ToHaveCountAsync(0);
                Assert.Equal(JsonValueKind.Null, (await AccountAsync(name)).GetProperty("expiresAt").ValueKind);
            }
        );

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task A_password_that_was_reset_ends_what_was_open_and_is_replaced_at_the_next_sign_in(string device) =>
        VisitAsync(
            device,
            $"Forgetful of the {device}",
            async (page, name) =>
                await chromium.VisitAsStrangerAsync(
                    camera.Appliance,
                    Look.Named(device, ColorScheme.Light),
                    async theirs =>
                    {
                        await theirs.SignInAsync(name, Api.TemporaryPassword);
                        await theirs.ChooseOwnPasswordAsync(Api.TemporaryPassword, "eight legs of a spider");
                        await theirs.SeeLiveAsync();

                        await page.Button("New temporary password").ClickAsync();
                        await page.Question($"New password for {name}?").Button("Make a new one").ClickAsync();
                        var told = page.Question($"Tell {name} this password");
                        var password = await told.GetByLabel("Temporary password", new() { Exact = true }).InnerTextAsync();
                        await page.CheckLooksAsync("person-reset", device, ColorScheme.Light);
                        await told.Button("Done").ClickAsync();
                        await SeeTagAsync(page, "New password due");

                        await theirs.SeeAsync("You have been signed out.");
                        await theirs.SignInAsync(name, "eight legs of a spider");
                        await theirs.SeeAsync("Name or password is wrong");
                        await theirs.SignInAsync(name, password);
                        await theirs.SeeAsync("Choose a password of your own");
                        await theirs.ChooseOwnPasswordAsync(password, "six legs of a beetle");
                        await theirs.SeeLiveAsync();
                    }
                )
        );

    // As a viewer, and opened by the administrator.
    private async Task VisitAsync(string device, string name, Func<IPage, string, Task> test)
    {
        await camera.Appliance.Api.AddPersonAsync(name, "viewer");
        await chromium.VisitAsync(
            camera,
            Look.Named(device, ColorScheme.Light),
            async page =>
            {
                await page.OpenPanelAsync("people", "People");
                await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
                await SeePersonAsync(page, name);
                await test(page, name);
            }
        );
    }

    private async Task<JsonElement> AccountAsync(string name) =>
        (await camera.Appliance.Api.GetAsync("accounts"))
            .EnumerateArray()
            .Single(account => account.GetProperty("name").GetString() == name);

    private static Task SeePersonAsync(IPage page, string name) =>
        Assertions
            .Expect(
                page.GetByRole(
                    AriaRole.Heading,
                    new()
                    {
                        Name = name,
                        Level = 2,
                        Exact = true,
                    }
                )
            )
            .ToBeVisibleAsync();

    private static Task SeeTagAsync(IPage page, string words) =>
        Assertions.Expect(page.Locator(".detail-head .tag").GetByText(words)).ToBeVisibleAsync();
}
