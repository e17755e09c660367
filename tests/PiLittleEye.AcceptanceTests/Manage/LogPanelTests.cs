using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

public sealed class LogPanelTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public Task What_happened_is_found_by_words_and_chips_and_has_an_address(string device) =>
        chromium.VisitAsync(
            camera,
            Look.Named(device, ColorScheme.Dark),
            async page =>
            {
                var name = $"Recorder of the {device}";
                await camera.Appliance.Api.MakeKeyAsync(name);
                await page.OpenPanelAsync("log", "Log");
                await page.CheckLooksAsync("log", device, ColorScheme.Dark);
                await page.GetByLabel("Find in the log").FillAsync(name);
                await Assertions.Expect(Entries(page)).ToHaveCountAsync(1);
                await Chip(page, "People").CheckAsync();
                await page.SeeAsync("Nothing found");
                await Chip(page, "Keys and links").CheckAsync();
                await Assertions.Expect(Chip(page, "People")).Not.ToBeCheckedAsync();
                await Entries(page).ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 2 })).ToBeVisibleAsync();
                await page.CheckLooksAsync("log-entry", device, ColorScheme.Dark);

                // The address alone leads back to it, for another administrator too.
                await page.ReloadAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 2 })).ToBeVisibleAsync();
            }
        );

    [Fact]
    public Task Older_entries_come_as_somebody_scrolls() =>
        chromium.VisitAsync(
            camera,
            Look.Phone,
            async page =>
            {
                for (var i = 0; i < 60; i++)
                {
                    await camera.Appliance.Api.MakeKeyAsync($"Key {i}");
                }

                await page.OpenPanelAsync("log", "Log");
                await Assertions.Expect(Entries(page)).Not.ToHaveCountAsync(0);
                await page.Locator(".log .rows").EvaluateAsync("rows => rows.scrollTo(0, rows.scrollHeight)");
                await page.GetByText("Key 0 ", new() { Exact = false }).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            }
        );

    [Fact]
    public Task The_log_is_taken_away_as_a_file_and_cleared_with_a_trace() =>
        chromium.VisitAsync(
            camera,
            Look.Phone,
            async page =>
            {
                await page.OpenPanelAsync("log", "Log");
                await page.Button("Export or clear").ClickAsync();
                var dialog = page.Question("Take the log away");
                await page.CheckLooksAsync("log-file", Look.Phone.Name, ColorScheme.Dark);
                var download = await page.RunAndWaitForDownloadAsync(() =>
                    dialog.GetByRole(AriaRole.Link, new() { Name = "Table (CSV)" }).ClickAsync()
                );
                Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);

                await dialog.Button("Clear the log").ClickAsync();
                var question = page.Question("Clear the log?");
                await question.GetByRole(AriaRole.Textbox).FillAsync("log");
                await question.Button("Clear").ClickAsync();
                await page.SeeAsync("The log is cleared");
                await Assertions.Expect(Entries(page)).ToHaveCountAsync(1);
                await Assertions.Expect(Entries(page)).ToContainTextAsync("The log was cleared");
            }
        );

    private static ILocator Chip(IPage page, string words) => page.GetByRole(AriaRole.Checkbox, new() { Name = words });

    private static ILocator Entries(IPage page) => page.Locator(".timeline .entry");
}
