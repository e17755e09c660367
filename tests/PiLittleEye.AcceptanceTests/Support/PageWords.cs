using Microsoft.Playwright;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>What tests say about the page, in the words of somebody who looks at it.</summary>
internal static class PageWords
{
    public static ILocator Pill(this IPage page) => page.Locator("#pill");

    public static Task SeeAsync(this IPage page, string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync(Patience);

    public static Task SeeLiveAsync(this IPage page, string detail = "") => page.SeePillAsync($"LIVE {detail}".Trim());

    public static Task SeePillAsync(this IPage page, string words) =>
        Assertions.Expect(page.Pill()).ToContainTextAsync(words, PatienceForText);

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A field that can be seen now; the page has screens with fields of the same name.</summary>
    public static ILocator Field(this IPage page, string label) =>
        page.GetByLabel(label, new() { Exact = true }).Filter(new() { Visible = true });

    /// <summary>Until nothing slides or fades any more; what turns for ever is not waited for.</summary>
    public static Task SettleAsync(this IPage page) =>
        page.EvaluateAsync(
            """
            () => Promise.allSettled(document.getAnimations()
                .filter(({ effect }) => effect.getTiming().iterations < Infinity)
                .map(({ finished }) => finished))
            """
        );

    /// <summary>A number that differs when any pixel of the picture does.</summary>
    public static Task<long> ReadPictureAsync(this IPage page) =>
        page.EvaluateAsync<long>(
            """
            () => {
                const { width, height } = document.getElementById("picture");
                const copy = new OffscreenCanvas(width, height).getContext("2d");
                copy.drawImage(document.getElementById("picture"), 0, 0);
                const { data } = copy.getImageData(0, 0, width, height);
                return new Uint32Array(data.buffer).reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 7);
            }
            """
        );

    /// <summary>The picture's own size in pixels, whatever room the page gives it.</summary>
    public static async Task<(int Width, int Height)> PictureSizeAsync(this IPage page)
    {
        var size = await page.EvaluateAsync<int[]>(
            "() => [document.getElementById('picture').width, document.getElementById('picture').height]"
        );
        return (size[0], size[1]);
    }

    public static Task SeePictureSizeAsync(this IPage page, int width, int height) =>
        Limit.Until(page.PictureSizeAsync, size => size == (width, height), $"a picture of {width}x{height}");

    private static LocatorAssertionsToBeVisibleOptions Patience => new() { Timeout = (float)Limit.Patience.TotalMilliseconds };

    private static LocatorAssertionsToContainTextOptions PatienceForText => new() { Timeout = (float)Limit.Patience.TotalMilliseconds };
}
