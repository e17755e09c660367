using Microsoft.Playwright;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>Debian's own browser, started once for all tests. Each visit has cookies, storage and cache of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    // The certificate is the appliance's own; that it is a right one is another test's matter. Said here and not for each visit, because
    // the fetching of the service worker listens to nothing else.
    private static readonly string[] s_arguments = ["--ignore-certificate-errors", "--disable-dev-shm-usage"];

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = s_arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>As somebody who has an account there and is signed in.</summary>
    internal Task VisitAsync(ClaimedAppliance claimed, Look look, Func<IPage, Task> test) => VisitAsync(claimed.Appliance, look, test);

    /// <summary>As <see cref="VisitAsync(ClaimedAppliance, Look, Func{IPage, Task})"/>, of an appliance of the test's own.</summary>
    internal Task VisitAsync(Appliance appliance, Look look, Func<IPage, Task> test) =>
        VisitAsync(appliance, look, appliance.Api.Token, test);

    /// <summary>As somebody whom the camera has never seen.</summary>
    internal Task VisitAsStrangerAsync(Appliance appliance, Look look, Func<IPage, Task> test) =>
        VisitAsync(appliance, look, token: "", test);

    /// <summary>Any document as a picture.</summary>
    internal async Task DrawAsync(string html, int width, int height, string path)
    {
        var page = await _browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
            }
        );
        await page.SetContentAsync(html, new PageSetContentOptions { WaitUntil = WaitUntilState.Load });
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = path });
        await page.CloseAsync();
    }

    // A test that fails leaves a picture of what it saw; one that passes must have left nothing in the browser's console.
    private async Task VisitAsync(Appliance appliance, Look look, string token, Func<IPage, Task> test)
    {
        await using var context = await _browser.NewContextAsync(OptionsOf(appliance, look));
        context.SetDefaultTimeout((float)Limit.Patience.TotalMilliseconds);
        if (token != "")
        {
            await context.AddCookiesAsync([CookieOf(appliance, token)]);
        }

        var page = await context.NewPageAsync();
        var complaints = new Complaints(page);
        try
        {
            await page.GotoAsync("/");
            await test(page);
        }
        catch
        {
            var name = TestContext.Current.TestMethod?.MethodName ?? "visit";
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Checkout.Screenshots, "failed", $"{name}.png") });
            throw;
        }

        Assert.Empty(complaints.Heard);
    }

    private static BrowserNewContextOptions OptionsOf(Appliance appliance, Look look) =>
        new()
        {
            BaseURL = appliance.Origin,
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            DeviceScaleFactor = look.IsSharp ? 2 : 1,
            HasTouch = look.HasTouch,
            ColorScheme = look.Scheme,
            ReducedMotion = look.Motion,
            JavaScriptEnabled = look.HasScript,
            ServiceWorkers = look.HasServiceWorker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            TimezoneId = "Europe/Berlin",
            Locale = "en-GB",
        };

    private static Cookie CookieOf(Appliance appliance, string token) =>
        new()
        {
            Name = Api.CookieName,
            Value = token,
            Url = appliance.Origin,
            Secure = true,
            HttpOnly = true,
            SameSite = SameSiteAttribute.Strict,
        };
}
