using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Rules;

/// <summary>The grammar understands every file.</summary>
internal static class ParsesRule
{
    public static IEnumerable<Fault> Faults(BicepProject project) => project.Files.SelectMany(file => file.Root.Descendants()
        .Where(node => node.IsBroken)
        .Take(1)
        .Select(node => file.Fault(
            node,
            $"this is no Bicep: '{Start(node.Text)}'. (The grammar has a gap: '}}?' at the end of a statement. Name the inner type and write 'name?'.)")));

    private static string Start(string text) => text.ReplaceLineEndings(" ") is { Length: > 60 } line ? line[..60] + "…" : text.ReplaceLineEndings(" ");
}
