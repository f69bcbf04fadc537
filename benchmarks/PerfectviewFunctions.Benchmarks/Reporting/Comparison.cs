using System.Text.Encodings.Web;
using System.Text.Json;

namespace PerfectviewFunctions.Benchmarks.Reporting;

/// <summary>All that one run measured, as it is written to a file.</summary>
internal sealed record Comparison(Machine Machine, int Seed, bool Quick, IReadOnlyList<ScenarioReport> Scenarios)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes <c>report.json</c> and <c>report.md</c>.</summary>
    /// <param name="folder">Made when there is none.</param>
    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), JsonSerializer.Serialize(this, Form) + "\n", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "report.md"), Markdown.Of(this), cancellationToken);
    }
}
