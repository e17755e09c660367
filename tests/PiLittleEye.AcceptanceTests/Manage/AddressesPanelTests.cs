using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

public sealed class AddressesPanelTests(Chromium chromium)
{
    private const string Here = "192.168.7.7";
    private const string Elsewhere = "10.1.2.3";

    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task An_entry_is_judged_while_it_is_typed_and_kept_as_the_service_writes_it(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Dark),
            async (page, api) =>
            {
                var field = page.GetByLabel("Address or network").Nth(1);
                await field.FillAsync("19*");
                await page.SeeAsync("\"19*\"");
                await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
                await page.CheckLooksAsync("addresses-wrong", device, ColorScheme.Dark);
                await field.FillAsync("203.0.113.*");
                await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "false");
                await field.PressAsync("Enter");
                await page.SeeAsync("not saved yet");
                await page.GetByLabel("Never let in these").CheckAsync();
                await page.CheckLooksAsync("addresses-changed", device, ColorScheme.Dark);
                await page.Button("Save").ClickAsync();
                await page.SeeAsync("Saved, and in force");
                await page.SeeAsync("203.0.113.0/24");
                var block = (await api.GetAsync("access-lists")).GetProperty("block");
                Assert.True(block.GetProperty("enabled").GetBoolean());
                Assert.Equal("203.0.113.0/24", block.GetProperty("entries")[0].GetProperty("range").GetString());

                await page.Button("Remove 203.0.113.0/24 from “Never let in these”").ClickAsync();
                await page.Button("Discard").ClickAsync();
                await Assertions.Expect(page.Button("Save")).ToBeHiddenAsync();
                await page.SeeAsync("203.0.113.0/24");
            }
        );

    [Fact]
    public Task What_would_shut_out_who_saves_it_is_tried_with_a_count_down_and_kept_from_where_one_may_come() =>
        VisitAsync(
            Look.Phone,
            async (page, api) =>
            {
                await page.GetByLabel("Address or network").Nth(1).FillAsync(Here);
                await page.GetByLabel("Address or network").Nth(1).PressAsync("Enter");
                await page.GetByLabel("Never let in these").CheckAsync();
                await page.SeeAsync("With these lists you could not come in from where you are now.");
                await page.Button("Save").ClickAsync();
                var question = page.Question("This would shut you out");
                await Assertions.Expect(question.GetByText(Here)).ToBeVisibleAsync();
                await page.CheckLooksAsync("addresses-shut-out", Look.Phone.Name, ColorScheme.Dark);
                await question.Button("Try for 60 seconds").ClickAsync();
                var trial = page.GetByRole(AriaRole.Region, new() { Name = "Trial" });
                await Assertions.Expect(trial).ToContainTextAsync("These lists are on trial.");
                var left = await trial.Locator("b").InnerTextAsync();
                // A count-down that stands still would be a lie.
                await Assertions.Expect(trial.Locator("b")).Not.ToHaveTextAsync(left);
                await page.CheckLooksAsync("addresses-trial", Look.Phone.Name, ColorScheme.Dark);

                await trial.Button("Keep them").ClickAsync();
                await page.SeeAsync("Not from this address");
                await page.SetExtraHTTPHeadersAsync(From(Elsewhere));
                await trial.Button("Keep them").ClickAsync();
                await page.SeeAsync("The lists are kept");
                Assert.False(
                    (await api.GetAsync("access-lists")).TryGetProperty("pending", out var pending)
                        && pending.ValueKind != System.Text.Json.JsonValueKind.Null
                );
            }
        );

    // A minute of everybody's real time: the camera counts it, not the page.
    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task What_nobody_keeps_goes_back_by_itself_after_a_minute(string device) =>
        VisitAsync(
            Look.Named(device, ColorScheme.Light),
            async (page, api) =>
            {
                await page.GetByLabel("Let in only these").CheckAsync();
                await page.Button("Remove 192.168.0.0/16 from “Let in only these”").ClickAsync();
                await page.Button("Save").ClickAsync();
                await page.Question("This would shut you out").Button("Try for 60 seconds").ClickAsync();
                var trial = page.GetByRole(AriaRole.Region, new() { Name = "Trial" });
                await Assertions.Expect(trial).ToContainTextAsync("These lists are on trial.");
                await page.CheckLooksAsync("addresses-on-trial", device, ColorScheme.Light);

                await Assertions.Expect(trial).ToBeHiddenAsync(new() { Timeout = 70_000 });
                await page.SeeAsync("The lists from before are in force again");
                await page.SeeAsync("192.168.0.0/16");
                await Assertions.Expect(page.GetByLabel("Let in only these")).Not.ToBeCheckedAsync();
                Assert.False((await api.GetAsync("access-lists")).GetProperty("allow").GetProperty("enabled").GetBoolean());
                await page.CheckLooksAsync("addresses-reverted", device, ColorScheme.Light);
            }
        );

    // Behind a proxy on this machine: whoever sits at the machine itself is never shut out.
    private async Task VisitAsync(Look look, Func<IPage, Api, Task> test)
    {
        await using var appliance = await Appliance.StartAsync("--AccessLists:TrustedProxies:0=127.0.0.1");
        await appliance.Api.ClaimAsync();
        await chromium.VisitAsync(
            appliance,
            look,
            async page =>
            {
                await page.SetExtraHTTPHeadersAsync(From(Here));
                await page.OpenPanelAsync("addresses", "Addresses");
                await test(page, appliance.Api);
            }
        );
    }

    private static Dictionary<string, string> From(string address) => new(StringComparer.Ordinal) { ["X-Forwarded-For"] = address };
}
