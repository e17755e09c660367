using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Manage;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

/// <summary>Whoever comes from a network that the owner lets watch sees the picture at once, and may sign in for more.</summary>
public sealed class HomeNetworkTests(Chromium chromium)
{
    // In one of the networks that are proposed, as a proxy on this machine says.
    private static readonly Dictionary<string, string> s_atHome = new(StringComparer.Ordinal) { ["X-Forwarded-For"] = "192.168.7.7" };

    private static readonly string[] s_forMembers = ["Settings", "Share a link", "Account and more", "Rotate (R)"];

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task A_visitor_at_home_watches_and_signs_in_for_more(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Dark),
            async page =>
            {
                await page.SeeLiveAsync();
                foreach (var control in s_forMembers)
                {
                    await Assertions.Expect(page.Button(control)).ToHaveCountAsync(0);
                }

                await Assertions.Expect(page.Locator("#snapshot")).ToBeEnabledAsync();
                await page.CheckLooksAsync("home-network", device, ColorScheme.Dark);

                await OpenSignInAsync(page);
                await page.SeeAsync("to do more than watch");
                await page.CheckLooksAsync("home-network-sign-in", device, ColorScheme.Dark);
                await page.Button("Back to the picture").ClickAsync();
                await page.SeeLiveAsync();

                await OpenSignInAsync(page);
                await page.SignInAsync(Api.Name, Api.Password);
                await page.SeeLiveAsync();
                // The picture of before may still be the one that is seen.
                await Assertions.Expect(page.Locator("#open-sheet")).ToHaveJSPropertyAsync("hidden", false);
                await Assertions.Expect(page.Locator("#open-sign-in")).ToHaveJSPropertyAsync("hidden", true);
            }
        );

    [Fact]
    public Task Addresses_of_panels_show_a_visitor_at_home_the_picture_and_nothing_else() =>
        VisitAsync(
            Look.Phone,
            async page =>
            {
                await page.GotoAsync("/#/people");
                await page.ReloadAsync();
                await page.SeeLiveAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "People" })).ToHaveCountAsync(0);
            }
        );

    // Controls fade away from a moving picture: on a busy machine sooner than they are pressed.
    private static Task<bool> OpenSignInAsync(IPage page) =>
        Limit.Until(
            async () =>
            {
                await page.Keyboard.PressAsync("Shift");
                try
                {
                    await page.Button("Sign in").ClickAsync(new() { Timeout = 2000 });
                    return true;
                }
                catch (TimeoutException)
                {
                    return false;
                }
            },
            isPressed => isPressed,
            "the button is pressed"
        );

    private async Task VisitAsync(Look look, Func<IPage, Task> test)
    {
        await using var appliance = await Appliance.StartAsync("--AccessLists:TrustedProxies:0=127.0.0.1");
        await appliance.Api.ClaimAsync();
        await appliance.Api.ChangeAsync(new { width = 640, height = 360 });
        await appliance.Api.PutAsync("access-lists", new { homeNetworks = new { enabled = true } });
        await chromium.VisitAsStrangerAsync(
            appliance,
            look,
            async page =>
            {
                await Assertions.Expect(page.Button("Sign in")).ToBeVisibleAsync();
                await page.SetExtraHTTPHeadersAsync(s_atHome);
                await page.ReloadAsync();
                await test(page);
            }
        );
    }
}
