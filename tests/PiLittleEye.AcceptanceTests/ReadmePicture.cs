using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

/// <summary>Not a test: draws what README.md shows, from the real page. <c>scripts/screenshot.sh</c> asks for it.</summary>
public sealed class ReadmePicture(Chromium chromium)
{
    // A window behind, a phone in front of it that hides neither the state nor the stamp.
    private const string Composition = """
        <style>
            body { margin: 0; width: 1200px; height: 784px; position: relative; background: #1a1f27 linear-gradient(150deg, #263038, #12161c); }
            img { position: absolute; display: block; }
            .desktop { left: 152px; top: 32px; width: 1000px; height: 648px; border-radius: 14px; box-shadow: 0 0 0 1px #48515d, 0 24px 60px #0009; }
            .phone { left: 42px; top: 150px; width: 274px; height: 593px; border-radius: 34px; box-shadow: 0 0 0 9px #0b0d10, 0 0 0 10px #59636f, 0 24px 60px #000c; }
        </style>
        <img class="desktop" src="data:image/png;base64,{desktop}">
        <img class="phone" src="data:image/png;base64,{phone}">
        """;

    [Fact(Explicit = true)]
    public async Task Draw()
    {
        await using var appliance = await Appliance.StartAsync("--Cameras:0:Name=Workbench");
        await appliance.Api.ClaimAsync();
        await appliance.Api.ChangeAsync(new { quality = 95 });
        var desktop = await ShotAsync(appliance, Look.Desktop with { Width = 1000, Height = 648 }, _ => Task.CompletedTask);
        var phone = await ShotAsync(appliance, Look.Phone with { IsSharp = true }, page => page.PressAsync("Settings"));
        var html = Composition.Replace("{desktop}", desktop, StringComparison.Ordinal).Replace("{phone}", phone, StringComparison.Ordinal);
        await chromium.DrawAsync(html, 1200, 784, Path.Combine(Checkout.Screenshots, "readme.png"));
    }

    private async Task<string> ShotAsync(Appliance appliance, Look look, Func<IPage, Task> prepare)
    {
        var picture = "";
        await chromium.VisitAsync(
            appliance,
            look,
            async page =>
            {
                await page.SeePillAsync("LIVE 15 fps");
                await prepare(page);
                await page.SettleAsync();
                picture = Convert.ToBase64String(await page.ScreenshotAsync());
            }
        );
        return picture;
    }
}
