using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

/// <summary>What is around the panels: the menu, the way there and back, the keyboard, a network that is gone.</summary>
public sealed class FrameTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task The_menu_leads_to_a_panel_and_the_browsers_back_to_the_picture(string device) =>
        chromium.VisitAsync(
            camera,
            Look.Named(device, ColorScheme.Dark),
            async page =>
            {
                await page.SeeLiveAsync();
                var menu = await page.OpenMenuAsync();
                await page.CheckLooksAsync("menu", device, ColorScheme.Dark);
                await menu.GetByRole(AriaRole.Link, new() { Name = "Keys and links" }).ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Keys and links" })).ToBeFocusedAsync();
                Assert.Equal("Keys and links · Pi Little Eye", await page.TitleAsync());
                // Nobody looks at a picture that cannot be seen.
                await camera.Appliance.Api.SeeViewersAsync(0);
                await page.GoBackAsync();
                await page.SeeLiveAsync();
                await Assertions.Expect(page.Locator("#open-menu")).ToBeFocusedAsync();
            }
        );

    [Fact]
    public Task A_panel_is_reached_and_left_with_the_keyboard_alone() =>
        chromium.VisitAsync(
            camera,
            Look.Desktop,
            async page =>
            {
                await page.SeeLiveAsync();
                await page.Locator("#open-menu").FocusAsync();
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.Question("Account and more")).ToBeVisibleAsync();
                await page.Keyboard.PressAsync("Escape");
                await Assertions.Expect(page.Question("Account and more")).ToBeHiddenAsync();
                await Assertions.Expect(page.Locator("#open-menu")).ToBeFocusedAsync();

                await page.OpenPanelAsync("keys", "Keys and links");
                await page.TabToAsync("New key");
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.Question("New key for a program").GetByLabel("Name")).ToBeFocusedAsync();
                await page.Keyboard.PressAsync("Escape");
                await Assertions.Expect(page.Question("New key for a program")).ToBeHiddenAsync();
                await Assertions.Expect(page.Button("New key")).ToBeFocusedAsync();
            }
        );

    [Fact]
    public async Task An_action_that_needs_a_proof_asks_for_the_password_and_is_then_done()
    {
        // One of its own: the session goes on under another token after the proof.
        await using var appliance = await Appliance.StartAsync();
        await appliance.Api.ClaimAsync();
        await chromium.VisitAsync(
            appliance,
            Look.Phone with
            {
                HasServiceWorker = false,
            },
            async page =>
            {
                var refusals = 1;
                await page.RouteAsync(
                    "**/api/v1/keys",
                    route =>
                        route.Request.Method == "POST" && refusals-- > 0
                            ? route.FulfillAsync(
                                new()
                                {
                                    Status = 403,
                                    ContentType = "application/problem+json",
                                    Body = """{"type":"urn:pi-little-eye:problem:proof-needed","title":"Prove that it is you"}""",
                                }
                            )
                            : route.ContinueAsync()
                );
                await page.OpenPanelAsync("keys", "Keys and links");
                await page.Button("New key").ClickAsync();
                await page.Question("New key for a program").GetByLabel("Name").FillAsync("Proved");
                await page.Question("New key for a program").Button("Make the key").ClickAsync();
                var proof = page.Question("Is it you?");
                await proof.GetByRole(AriaRole.Textbox).FillAsync("a guess that is wrong");
                await proof.Button("Continue").ClickAsync();
                await Assertions.Expect(proof.GetByText("The password is wrong")).ToBeVisibleAsync();
                await page.CheckLooksAsync("proof", Look.Phone.Name, ColorScheme.Dark);
                await proof.GetByRole(AriaRole.Textbox).FillAsync(Api.Password);
                await proof.Button("Continue").ClickAsync();
                await Assertions.Expect(page.Question("Key “Proved”")).ToBeVisibleAsync();
            }
        );
    }

    [Fact]
    public Task A_list_that_cannot_be_fetched_says_so_and_is_fetched_again() =>
        chromium.VisitAsync(
            camera,
            Look.Phone with
            {
                HasServiceWorker = false,
            },
            async page =>
            {
                await page.RouteAsync("**/api/v1/tickets", route => route.AbortAsync());
                await page.OpenPanelAsync("keys", "Keys and links");
                await page.SeeAsync("The camera does not answer.");
                await page.CheckLooksAsync("panel-failed", Look.Phone.Name, ColorScheme.Dark);
                await page.UnrouteAsync("**/api/v1/tickets");
                await page.Button("Try again").ClickAsync();
                await page.SeeAsync("Keys for programs");
                await Assertions.Expect(page.Button("Try again")).ToBeHiddenAsync();
            }
        );

    [Fact]
    public Task Nothing_slides_in_a_panel_for_who_asked_for_less_motion() =>
        chromium.VisitAsync(
            camera,
            Look.Phone with
            {
                Motion = ReducedMotion.Reduce,
            },
            async page =>
            {
                await page.OpenPanelAsync("keys", "Keys and links");
                await page.Button("New key").ClickAsync();
                await Assertions.Expect(page.Question("New key for a program")).ToBeVisibleAsync();
                var longest = await page.EvaluateAsync<double>(
                    "() => Math.max(0, ...document.getAnimations().map(({ effect }) => effect.getComputedTiming().duration))"
                );
                Assert.Equal(0, longest);
            }
        );
}
