using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>What the browser holds against the page: exceptions nobody caught, and whatever breaks the content security policy.</summary>
internal sealed class Complaints
{
    private readonly ConcurrentQueue<string> _heard = new();

    public Complaints(IPage page)
    {
        page.PageError += (_, error) => _heard.Enqueue(error);
        page.Console += (_, message) => Hear(message);
    }

    public IEnumerable<string> Heard => _heard;

    private void Hear(IConsoleMessage message)
    {
        // The browser notes each refused or lost request by itself; tests that sign in wrongly or pull the plug want them.
        if (
            message.Type is "error" or "warning"
            && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            && !message.Text.StartsWith("Service Worker registration blocked by Playwright", StringComparison.Ordinal)
        )
        {
            _heard.Enqueue($"{message.Type}: {message.Text}");
        }
    }
}
