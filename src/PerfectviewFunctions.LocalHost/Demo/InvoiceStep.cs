using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>A step about invoices: what is booked, and which debtors it takes. It changes no relation that stood there before.</summary>
internal sealed record InvoiceStep(string Title, JsonNode Body, int Status, string Outcome, params IReadOnlyList<string> Calls)
    : DemoStep(Title, Body, Status, Outcome, Calls)
{
    /// <summary>What goes wrong with a call, once.</summary>
    public Fault? Fault { get; init; }

    /// <summary>The debtors that it makes.</summary>
    public IReadOnlyList<(string Code, string Name)> Debtors { get; init; } = [];

    public IReadOnlyList<JsonNode> Booked => Outcome == "booked" ? Events : [];

    public static string Describe(SandboxMutation booked) => string.Create(
        CultureInfo.InvariantCulture,
        $"mutation {booked.Number}: {booked.InvoiceNumber}, {booked.Total:0.00}, {booked.Lines.Count} line{(booked.Lines.Count == 1 ? "" : "s")}");

    protected override void Prepare(DemoStage stage)
    {
        if (Fault is { } fault)
        {
            stage.Sandbox.Books.Faults.Add(fault);
        }
    }

    protected override Task<string> CheckAsync(
        DemoStage stage, DemoBooks before, JsonArray results, DemoFaults faults, CancellationToken cancellationToken)
    {
        var added = stage.Books.Mutations.Skip(before.Mutations.Count).ToList();
        faults.Expect("bookings", $"{Booked.Count}", $"{added.Count}");
        var debtors = stage.Books.Relations.Skip(before.Relations.Count).Select(relation => $"{relation.Code} {relation.Name}");
        faults.Expect("new debtors", string.Join("; ", Debtors.Select(debtor => $"{debtor.Code} {debtor.Name}")), string.Join("; ", debtors));
        var changed = CardChange.Between(before.Relations, stage.Books.Relations).Where(change => !change.IsNew);
        faults.Expect("changed debtors", [], changed);
        return Task.FromResult(added.Count > 0
            ? string.Join("; ", added.Select(Describe))
            : results.FirstOrDefault()?["reason"]?["code"]?.GetValue<string>()
                ?? $"mutation {results.FirstOrDefault()?["mutationNumber"]} stands, nothing added");
    }
}
