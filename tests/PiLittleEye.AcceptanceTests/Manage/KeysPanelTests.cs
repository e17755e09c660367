using System.Net;
using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

public sealed class KeysPanelTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    // The second when others of these tests have shown wrong ones from the same address before.
    private static readonly HttpStatusCode[] s_refusals = [HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests];

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task A_key_is_made_shown_once_and_revoked_by_its_name(string device) =>
        chromium.VisitAsync(
            camera,
            Look.Named(device, ColorScheme.Dark),
            async page =>
            {
                var name = $"OctoPrint on {device}";
                await page.OpenPanelAsync("keys", "Keys and links");
                await page.Button("New key").ClickAsync();
                var dialog = page.Question("New key for a program");
                await dialog.Button("Make the key").ClickAsync();
                await Assertions.Expect(dialog.GetByText("Type what the key is for.")).ToBeVisibleAsync();
                await dialog.GetByLabel("Name").FillAsync(name);
                await page.CheckLooksAsync("key-new", device, ColorScheme.Dark);
                await dialog.Button("Make the key").ClickAsync();

                var shown = page.Question($"Key “{name}”");
                var bearer = await shown.GetByLabel("As header: Authorization: Bearer", new() { Exact = true }).InnerTextAsync();
                await page.CheckLooksAsync("key-made", device, ColorScheme.Dark);
                Assert.Equal(HttpStatusCode.OK, await camera.Appliance.Api.StatusAsKeyAsync(bearer));

                await shown.GetByText("It takes an address only").ClickAsync();
                await Assertions
                    .Expect(shown.GetByRole(AriaRole.Img, new() { Name = "The address with the key as a picture for a phone’s camera" }))
                    .ToBeVisibleAsync();
                await page.CheckLooksAsync("key-address", device, ColorScheme.Dark);

                await shown.Button("I have copied it").ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
                await page.SeeAsync("Watch and photos on Camera");
                await page.Button("Revoke").ClickAsync();
                var question = page.Question($"Revoke {name}?");
                await question.Button("Revoke").ClickAsync();
                await Assertions.Expect(question.GetByText($"That is not “{name}”.")).ToBeVisibleAsync();
                await question.GetByRole(AriaRole.Textbox).FillAsync(name.ToUpperInvariant());
                await question.Button("Revoke").ClickAsync();
                await page.SeeAsync($"{name} is revoked");
                Assert.Contains(await camera.Appliance.Api.StatusAsKeyAsync(bearer), s_refusals);
            }
        );

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task A_link_is_shared_from_the_picture_works_without_an_account_and_is_taken_back(string device) =>
        chromium.VisitAsync(
            camera,
            Look.Named(device, ColorScheme.Light),
            async page =>
            {
                var name = $"Grace on {device}";
                await page.SeeLiveAsync();
                await page.PressAsync("Share a link");
                var dialog = page.Question("Share Camera");
                await dialog.GetByLabel("For whom (only you see this)").FillAsync(name);
                await page.CheckLooksAsync("share", device, ColorScheme.Light);
                await dialog.Button("Make a link").ClickAsync();
                var shown = page.Question("The link");
                await Assertions
                    .Expect(shown.GetByRole(AriaRole.Img, new() { Name = "The link as a picture for a phone’s camera" }))
                    .ToBeVisibleAsync();
                await page.CheckLooksAsync("shared", device, ColorScheme.Light);
                var photo = await shown
                    .GetByLabel("A single photo, for what takes an image’s address", new() { Exact = true })
                    .InnerTextAsync();
                Assert.Equal(HttpStatusCode.OK, await camera.Appliance.Api.StatusAsStrangerAsync(photo));

                await shown.Button("Done").ClickAsync();
                await page.OpenPanelAsync("keys", "Keys and links");
                await page.GetByLabel("Shared links").CheckAsync();
                await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
                await page.CheckLooksAsync("link", device, ColorScheme.Light);
                await page.Button("Take it back").ClickAsync();
                await page.SeeAsync($"{name} is taken back");
                Assert.Contains(await camera.Appliance.Api.StatusAsStrangerAsync(photo), s_refusals);
            }
        );
}
