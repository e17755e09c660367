using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

public sealed class SettingsTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>, IAsyncLifetime
{
    // Where the test pattern has its spool, the only large orange thing at the right, as parts of the picture.
    private const double SpoolX = 0.808;
    private const double SpoolY = 0.36;

    private Api Api => camera.Appliance.Api;

    /// <summary>Each test finds the same picture, whatever the one before chose.</summary>
    public async ValueTask InitializeAsync() =>
        await Api.ChangeAsync(
            new
            {
                rotation = 0,
                flipHorizontal = false,
                flipVertical = false,
                width = 640,
                height = 360,
                stamp = new
                {
                    enabled = true,
                    corner = "bottom-right",
                    size = "medium",
                },
            }
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public Task A_rotation_applies_at_once_stays_and_can_be_undone() =>
        VisitAsync(async page =>
        {
            await page.OpenSettingsAsync("Picture");
            await Assertions.Expect(page.GetByLabel("0°", new() { Exact = true })).ToBeCheckedAsync();
            await page.GetByLabel("90°").CheckAsync();
            await page.SeePictureSizeAsync(360, 640);
            Assert.Equal(90, (await Api.SettingsAsync()).GetProperty("rotation").GetInt32());

            await page.ReloadAsync();
            await page.SeePictureSizeAsync(360, 640);
            await page.OpenSettingsAsync("Picture");
            await Assertions.Expect(page.GetByLabel("90°")).ToBeCheckedAsync();

            await page.GetByLabel("270°").CheckAsync();
            await page.Button("Undo").ClickAsync();
            await Assertions.Expect(page.GetByLabel("90°")).ToBeCheckedAsync();
            await Limit.Until(() => Api.SettingsAsync(), now => now.GetProperty("rotation").GetInt32() == 90, "the rotation is taken back");
        });

    [Fact]
    public Task Flips_turn_the_picture_over() =>
        VisitAsync(async page =>
        {
            await page.SeeOrangeAsync(SpoolX, SpoolY);
            await page.OpenSettingsAsync("Picture");
            await page.GetByLabel("Mirror").CheckAsync();
            await page.SeeOrangeAsync(1 - SpoolX, SpoolY);
            await page.GetByLabel("Upside down").CheckAsync();
            await page.SeeOrangeAsync(1 - SpoolX, 1 - SpoolY);
            var settings = await Api.SettingsAsync();
            Assert.True(settings.GetProperty("flipHorizontal").GetBoolean());
            Assert.True(settings.GetProperty("flipVertical").GetBoolean());
        });

    [Fact]
    public Task The_stamp_goes_where_it_is_wanted_and_away() =>
        VisitAsync(async page =>
        {
            await page.SeeStampAsync(x: 0.6, y: 0.9, isThere: true);
            await page.OpenSettingsAsync("Stamp");
            await page.GetByLabel("Top right").CheckAsync();
            await page.SeeStampAsync(x: 0.6, y: 0, isThere: true);
            await page.SeeStampAsync(x: 0.6, y: 0.9, isThere: false);
            await page.GetByLabel("Large").CheckAsync();
            await page.GetByLabel("Time on the picture").UncheckAsync();
            await page.SeeStampAsync(x: 0.6, y: 0, isThere: false);
            var stamp = (await Api.SettingsAsync()).GetProperty("stamp");
            Assert.Equal("top-right", stamp.GetProperty("corner").GetString());
            Assert.Equal("large", stamp.GetProperty("size").GetString());
            Assert.False(stamp.GetProperty("enabled").GetBoolean());
        });

    [Fact]
    public Task Another_size_is_in_force_at_once() =>
        VisitAsync(async page =>
        {
            await page.OpenSettingsAsync("Picture");
            await page.GetByLabel("Picture size").SelectOptionAsync("800 × 600");
            await page.SeePictureSizeAsync(800, 600);
            await page.SeeAsync("In force: 800 × 600 at 15 fps");
            await page.ReloadAsync();
            await page.OpenSettingsAsync("Picture");
            await Assertions.Expect(page.GetByLabel("Picture size")).ToHaveValueAsync("800x600");
        });

    [Fact]
    public Task A_size_that_cannot_be_is_refused_at_its_field_in_the_words_of_the_service() =>
        VisitAsync(async page =>
        {
            await page.OpenSettingsAsync("Picture");
            await page.GetByLabel("Picture size").SelectOptionAsync("Own size…");
            await page.Field("Width").FillAsync("641");
            await page.SeeAsync("The size is 641x360; use even numbers");
            await Assertions.Expect(page.Field("Width")).ToHaveAttributeAsync("aria-invalid", "true");
            await page.KeepAsync("wrong-size-desktop-dark");
            Assert.Equal(640, (await Api.SettingsAsync()).GetProperty("width").GetInt32());

            await page.Field("Width").FillAsync("480");
            await page.SeePictureSizeAsync(480, 360);
            await Assertions.Expect(page.Field("Width")).ToHaveAttributeAsync("aria-invalid", "false");
        });

    [Fact]
    public Task A_chosen_theme_is_kept_on_this_device() =>
        VisitAsync(async page =>
        {
            await page.OpenSettingsAsync("More");
            var dark = await SheetColourAsync(page);
            await page.GetByLabel("Light").CheckAsync();
            var light = await SheetColourAsync(page);
            Assert.NotEqual(dark, light);
            await page.ReloadAsync();
            await page.OpenSettingsAsync("More");
            await Assertions.Expect(page.GetByLabel("Light")).ToBeCheckedAsync();
            Assert.Equal(light, await SheetColourAsync(page));
        });

    private static Task<string> SheetColourAsync(IPage page) =>
        page.Locator("#sheet").EvaluateAsync<string>("sheet => getComputedStyle(sheet).backgroundColor");

    private Task VisitAsync(Func<IPage, Task> test) =>
        chromium.VisitAsync(
            camera,
            Look.Desktop,
            async page =>
            {
                await page.SeeLiveAsync();
                await page.SeePictureSizeAsync(640, 360);
                await test(page);
            }
        );
}
