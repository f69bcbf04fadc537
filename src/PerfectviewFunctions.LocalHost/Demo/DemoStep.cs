using System.Text.Json.Nodes;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>One step of the demo and everything that must be true after it.</summary>
/// <param name="Title">What happens, in a few words.</param>
/// <param name="Body">What is sent.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Outcome">The outcome of each event.</param>
/// <param name="Calls">The calls to e-Boekhouden it takes, in their order.</param>
internal sealed record DemoStep(string Title, JsonNode Body, int Status, string Outcome, params IReadOnlyList<string> Calls)
{
    /// <summary>The reason code of each event's result, if any.</summary>
    public string? Reason { get; init; }

    /// <summary>What is switched on in the sandbox before.</summary>
    public Action<DemoStage>? Before { get; init; }

    /// <summary>What is done instead of sending the body: its events were sent before, and this is what becomes of them.</summary>
    public Func<DemoStage, CancellationToken, Task<(int Status, JsonArray Results)>>? Act { get; init; }

    public IReadOnlyList<JsonNode> Events => Body is JsonArray array ? [.. array.Select(item => item!)] : [Body];
}
