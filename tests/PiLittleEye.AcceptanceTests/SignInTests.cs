using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

public sealed class SignInTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Fact]
    public Task Signing_in_leads_to_the_picture_and_signing_out_away_from_it() =>
        chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Phone,
            async page =>
            {
                await SignInAsync(page, Api.Password);
                await page.SeeLiveAsync();

                await page.OpenSettingsAsync("More");
                await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
                await page.SeeAsync("You are signed out.");
                await camera.Appliance.Api.SeeViewersAsync(0);
                await page.ReloadAsync();
                await Assertions.Expect(page.Button("Sign in")).ToBeVisibleAsync();
            }
        );

    [Fact]
    public Task A_wrong_password_is_told_without_saying_which_of_the_two_was_wrong() =>
        chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Phone,
            async page =>
            {
                await SignInAsync(page, "nine lives of a dog");
                await Assertions
                    .Expect(page.GetByRole(AriaRole.Alert))
                    .ToHaveTextAsync("Name or password is wrongCheck both; capital letters count in the password.");
                await page.Field("Password").FillAsync(Api.Password);
                await page.Button("Sign in").ClickAsync();
                await page.SeeLiveAsync();
            }
        );

    [Fact]
    public async Task Who_tries_too_often_sees_how_long_to_wait()
    {
        await using var appliance = await Appliance.StartAsync();
        await appliance.Api.ClaimAsync();
        await appliance.Api.FailToSignInAsync(times: 3);
        await chromium.VisitAsStrangerAsync(
            appliance,
            Look.Phone,
            async page =>
            {
                await SignInAsync(page, Api.Password);
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Too many attempts");
                var words = await page.GetByRole(AriaRole.Alert).InnerTextAsync();
                Assert.Matches(@"Try again in \d\d s", words);
                await Assertions.Expect(page.Button("Sign in")).ToBeDisabledAsync();
                await page.KeepAsync("throttled-phone-dark");
                // A count-down that stands still would be a lie.
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).Not.ToHaveTextAsync(words, new() { UseInnerText = true });
            }
        );
    }

    [Fact]
    public Task A_session_that_ends_elsewhere_ends_here_too() =>
        chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Phone,
            async page =>
            {
                await SignInAsync(page, Api.Password);
                await page.SeeLiveAsync();
                var cookie = Assert.Single(await page.Context.CookiesAsync());
                await camera.Appliance.Api.SignOutAsync(cookie.Value);
                await page.SeeAsync("You have been signed out.");
            }
        );

    [Fact]
    public Task Without_JavaScript_there_is_still_a_way_in_and_a_picture() =>
        chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Phone with
            {
                HasScript = false,
            },
            async page =>
            {
                await page.Field("Name").FillAsync(Api.Name);
                await page.Field("Password").FillAsync(Api.Password);
                await page.Button("Sign in").ClickAsync();
                await camera.Appliance.Api.SeeViewersAsync(1);
            }
        );

    private static async Task SignInAsync(IPage page, string password)
    {
        await page.Field("Name").FillAsync(Api.Name);
        await page.Field("Password").FillAsync(password);
        await page.Button("Sign in").ClickAsync();
    }
}
