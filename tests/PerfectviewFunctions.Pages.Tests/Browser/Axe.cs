using System.Text.Json;
using Microsoft.Playwright;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.Pages.Tests.Browser;

/// <summary>The checks of accessibility that a program can make (axe-core, from npm): WCAG 2.2 to AA, and what its makers hold for good practice.</summary>
internal static class Axe
{
    private const string Check = """
        async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }))
            .violations.map(one => `${one.id}: ${one.help}: ${one.nodes.map(node => node.html).join(" | ")}`)
        """;

    private static readonly Lazy<Task<string>> Script = new(async () =>
        await File.ReadAllTextAsync(Path.Combine(await NpmTool.EnsureAsync("axe"), "node_modules", "axe-core", "axe.min.js")));

    /// <summary>What is wrong with a page as it stands there; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOfAsync(IPage page)
    {
        // By the debugger's way, which the page's own policy does not forbid.
        await page.EvaluateAsync(await Script.Value);
        return (await page.EvaluateAsync<JsonElement>(Check)).EnumerateArray().Select(fault => fault.GetString()!).ToList();
    }
}
