using Microsoft.Playwright;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>What axe-core finds on a page for people who do not see, hear or move as its makers do.</summary>
internal static class Axe
{
    private static readonly Lazy<string> s_script = new(() =>
        File.ReadAllText(Path.Combine(Checkout.NodeModules, "axe-core", "axe.min.js"))
    );

    /// <returns>A line for each serious or critical finding: rule, what is wrong, where.</returns>
    public static async Task<string[]> FindAsync(IPage page)
    {
        await page.EvaluateAsync(s_script.Value);
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
                const { violations } = await axe.run(document, { resultTypes: ["violations"] });
                return violations
                    .filter(({ impact }) => impact === "serious" || impact === "critical")
                    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(", ")}`);
            }
            """
        );
    }
}
