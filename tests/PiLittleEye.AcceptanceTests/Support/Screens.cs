using Microsoft.Playwright;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>One screen on one device: kept as a picture for people to look at, and held against what can be measured.</summary>
internal static class Screens
{
    // What cannot be reached without scrolling sideways. Chips of a filter are meant to be pushed aside with a thumb.
    private const string Overflowing = """
        () => [...document.querySelectorAll("button, input, select, textarea, label, a, .card, #settings")]
            .filter(element => element.checkVisibility() && !element.closest(".filters, .unseen"))
            .filter(element => {
                const { left, right } = element.getBoundingClientRect();
                return left < -1 || right > innerWidth + 1 || (element.id === "settings" && element.scrollWidth > element.clientWidth);
            })
            .map(element => element.id || element.textContent.trim())
        """;

    public static async Task CheckLooksAsync(this IPage page, string screen, string look, ColorScheme scheme)
    {
        await page.KeepAsync($"{screen}-{look}-{scheme}".ToLowerInvariant());
        if (look == Look.Phone.Name)
        {
            // Colours are those of the theme, not of the device; and axe takes its time.
            Assert.Empty(await Axe.FindAsync(page));
        }

        Assert.Empty(await page.EvaluateAsync<string[]>(Overflowing));
    }
}
