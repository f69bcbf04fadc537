using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>One step of the demo and everything that must be true after it.</summary>
/// <param name="Title">What happens, in a few words.</param>
/// <param name="Body">What is sent.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Outcome">The outcome of each event.</param>
/// <param name="Calls">The calls to e-Boekhouden it takes by SOAP, in their order.</param>
internal abstract record DemoStep(string Title, JsonNode Body, int Status, string Outcome, IReadOnlyList<string> Calls) : IDemoStep
{
    /// <summary>The reason code of each event's result, if any.</summary>
    public string? Reason { get; init; }

    /// <summary>What is done instead of sending the body: its events were sent before, and this is what becomes of them.</summary>
    public Func<DemoStage, CancellationToken, Task<(int Status, JsonArray Results)>>? Act { get; init; }

    public IReadOnlyList<JsonNode> Events => Body is JsonArray array ? [.. array.Select(item => item!)] : [Body];

    public async Task<(string Line, IReadOnlyList<string> Faults)> RunAsync(DemoStage stage, CancellationToken cancellationToken)
    {
        Prepare(stage);
        stage.Sandbox.Books.Calls.Clear();
        var before = DemoBooks.Of(stage.Books);
        var (status, results) = Act is { } act
            ? await act(stage, cancellationToken)
            : await stage.SendAsync(Encoding.UTF8.GetBytes(Body.ToJsonString()), cancellationToken);
        var calls = stage.Sandbox.Books.Calls.Log.Select(call => call.Operation).ToList();

        var faults = new DemoFaults();
        faults.Expect("status", $"{Status}", $"{status}");
        faults.Expect("calls", DemoCalls.Text(stage.Api, Calls), DemoCalls.Text(stage.Api, calls));
        faults.Expect("results", $"{Events.Count}", $"{results.Count}");
        foreach (var result in results)
        {
            faults.Expect("outcome", Outcome, result?["outcome"]?.GetValue<string>());
            if (Reason is { } reason)
            {
                faults.Expect("reason", reason, result?["reason"]?["code"]?.GetValue<string>());
            }
        }

        var told = await CheckAsync(stage, before, results, faults, cancellationToken);
        return (DemoLine.Of(Title, calls.Count, Outcome, told, faults), faults.All);
    }

    /// <summary>Sets up what happens before.</summary>
    protected abstract void Prepare(DemoStage stage);

    /// <summary>Holds what it did to the books against what it should have done.</summary>
    /// <param name="before">The books before it.</param>
    /// <returns>What stands there after it, for people to read.</returns>
    protected abstract Task<string> CheckAsync(
        DemoStage stage, DemoBooks before, JsonArray results, DemoFaults faults, CancellationToken cancellationToken);
}

/// <summary>What stood in the books at one moment.</summary>
internal sealed record DemoBooks(IReadOnlyList<SandboxMutation> Mutations, IReadOnlyList<SandboxRelation> Relations)
{
    public static DemoBooks Of(SandboxAdministration books) => new(books.Mutations, books.Relations);
}
