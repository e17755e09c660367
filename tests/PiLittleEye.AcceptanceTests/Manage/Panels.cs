using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

/// <summary>What tests say about the part of the page where things are managed.</summary>
internal static class Panels
{
    /// <summary>A panel has two forms: a page after a page on a phone, list beside detail on a desktop.</summary>
    public static TheoryData<string> Devices => [Look.Phone.Name, Look.Desktop.Name];

    /// <summary>By its address, as from a link or a bookmark.</summary>
    public static async Task OpenPanelAsync(this IPage page, string section, string title)
    {
        await page.GotoAsync($"/#/{section}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 })).ToBeVisibleAsync();
        // Until it has been fetched; what is shown meanwhile is grey lines.
        await Assertions.Expect(page.Locator("#manage .loading")).ToHaveCountAsync(0);
    }

    public static ILocator Question(this IPage page, string title) => page.GetByRole(AriaRole.Dialog, new() { Name = title, Exact = true });

    /// <summary>A button of the dialog that is in front.</summary>
    public static ILocator Button(this ILocator dialog, string name) =>
        dialog.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The menu behind the account button, from the picture.</summary>
    public static async Task<ILocator> OpenMenuAsync(this IPage page)
    {
        await page.Keyboard.PressAsync("Shift");
        await page.GetByRole(AriaRole.Button, new() { Name = "Account and more" }).ClickAsync();
        return page.Question("Account and more");
    }

    public static async Task SignInAsync(this IPage page, string name, string password)
    {
        await page.Field("Name").FillAsync(name);
        await page.Field("Password").FillAsync(password);
        await page.Button("Sign in").ClickAsync();
    }

    /// <summary>What is asked of who signs in with a password that somebody else chose.</summary>
    public static async Task ChooseOwnPasswordAsync(this IPage page, string told, string own)
    {
        await page.Field("The password you were told").FillAsync(told);
        await page.Field("New password").FillAsync(own);
        await page.Button("Go on").ClickAsync();
    }
}
