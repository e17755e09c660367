using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>What tests say about the page, in the words of somebody who looks at it.</summary>
internal static partial class PageWords
{
    public static ILocator Pill(this IPage page) => page.Locator("#pill");

    public static Task SeeAsync(this IPage page, string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync(Patience);

    /// <summary>Live with a rate, whichever this machine can paint at the moment.</summary>
    public static Task SeeLiveAsync(this IPage page) =>
        Assertions.Expect(page.Pill()).ToHaveTextAsync(LiveWords(), new() { Timeout = (float)Limit.Patience.TotalMilliseconds });

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

    /// <summary>Keeps what is to be seen now as a picture for people, among the build's artifacts.</summary>
    public static async Task KeepAsync(this IPage page, string name)
    {
        await page.SettleAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Checkout.Screenshots, $"{name}.png") });
    }

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

    /// <summary>Whether the picture is orange at a place, given as parts of its width and height.</summary>
    public static Task SeeOrangeAsync(this IPage page, double x, double y) =>
        page.WaitForFunctionAsync(
            """
            ([x, y]) => {
                const picture = document.getElementById("picture");
                const copy = new OffscreenCanvas(1, 1).getContext("2d");
                copy.drawImage(picture, -Math.round(x * picture.width), -Math.round(y * picture.height));
                const [red, green, blue] = copy.getImageData(0, 0, 1, 1).data;
                return red > 140 && green < 130 && blue < 90;
            }
            """,
            new[] { x, y }
        );

    /// <summary>Whether there is white lettering in the tenth of the height that begins at y, from x to the right edge.</summary>
    public static Task SeeStampAsync(this IPage page, double x, double y, bool isThere) =>
        page.WaitForFunctionAsync(
            """
            ([x, y, isThere]) => {
                const { width, height } = document.getElementById("picture");
                const copy = new OffscreenCanvas(width, height).getContext("2d");
                copy.drawImage(document.getElementById("picture"), 0, 0);
                const { data } = copy.getImageData(x * width, y * height, (1 - x) * width, height / 10);
                const pixels = new Uint8Array(data.buffer);
                let white = 0;
                for (let i = 0; i < pixels.length; i += 4) {
                    white += pixels[i] > 200 && pixels[i + 1] > 200 && pixels[i + 2] > 200 ? 1 : 0;
                }
                return white > 60 === isThere;
            }
            """,
            new object[] { x, y, isThere }
        );

    /// <summary>Presses a control that floats over the picture: those that have faded must come back first, as for a thumb.</summary>
    public static async Task PressAsync(this IPage page, string control)
    {
        await page.Keyboard.PressAsync("Shift");
        await page.Button(control).ClickAsync();
    }

    public static async Task OpenSettingsAsync(this IPage page, string tab)
    {
        await page.PressAsync("Settings");
        await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
    }

    /// <summary>Tab after tab until the focus is on a button.</summary>
    public static async Task TabToAsync(this IPage page, string button)
    {
        for (
            var stops = 0;
            stops < 20 && !await page.Button(button).EvaluateAsync<bool>("button => button === document.activeElement");
            stops++
        )
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Assertions.Expect(page.Button(button)).ToBeFocusedAsync();
    }

    /// <summary>As another tab in front of this one. A browser without windows has no front, so the page is told what a browser would tell it.</summary>
    public static Task HideTabAsync(this IPage page, bool isHidden) =>
        page.EvaluateAsync(
            """
            isHidden => {
                Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (isHidden ? "hidden" : "visible") });
                document.dispatchEvent(new Event("visibilitychange"));
            }
            """,
            isHidden
        );

    private static LocatorAssertionsToBeVisibleOptions Patience => new() { Timeout = (float)Limit.Patience.TotalMilliseconds };

    private static LocatorAssertionsToContainTextOptions PatienceForText => new() { Timeout = (float)Limit.Patience.TotalMilliseconds };

    [GeneratedRegex(@"^\s*LIVE\s+\d+(?:\.\d)? fps\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LiveWords();
}
