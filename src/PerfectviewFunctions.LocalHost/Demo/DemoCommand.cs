using System.Diagnostics;
using System.Globalization;
using System.Text;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>
/// <c>demo</c>: the whole cycle by itself. Each step prints what stands in the books after it and which calls it took; anything that is not as
/// it should be is named, and makes the exit code 1.
/// </summary>
internal static class DemoCommand
{
    private static IReadOnlyList<DemoStep> Steps { get; } =
    [
        new("An invoice for a new debtor", DemoEvents.Sample("invoice-high.json"), 200, "booked", "GetRelaties", "AddRelatie", "AddMutatie"),
        new("All eight VAT categories, another new debtor", DemoEvents.Sample("invoice-all-categories.json"), 200, "booked", "AddRelatie", "AddMutatie"),
        new("A second invoice for a known debtor", DemoEvents.ForKnownDebtor("2026-0101"), 200, "booked", "AddMutatie"),
        new("A credit invoice", DemoEvents.Sample("invoice-credit.json"), 200, "booked", "AddMutatie"),
        new("Prices including VAT", DemoEvents.Sample("invoice-including-vat.json"), 200, "booked", "AddRelatie", "AddMutatie"),
        new("The first event once more", DemoEvents.Sample("invoice-high.json"), 200, "duplicate"),
        new("A category without VAT code and account", DemoEvents.ForKnownDebtor("2026-0102", DemoEvents.AtSixPercent), 200, "needs-attention")
        {
            Reason = "vat-category-unmapped",
        },
        new(
            "That category mapped, and what waited for it retried",
            DemoEvents.ForKnownDebtor("2026-0102", DemoEvents.AtSixPercent),
            200,
            "booked",
            "GetGrootboekrekeningen",
            "AddMutatie")
        {
            Act = (stage, cancel) => stage.MapAsync("NL_LOW_6", "LAAG_VERK", "8010", cancel),
        },
        new("A date that does not exist", DemoEvents.ForKnownDebtor("2026-0103", DemoEvents.OnADayThatDoesNotExist), 400, "refused")
        {
            Reason = "event-refused",
        },
        new(
            "The answer is lost after the booking was made",
            DemoEvents.ForKnownDebtor("2026-0104"),
            200,
            "booked",
            "AddMutatie",
            "GetOpenPosten",
            "GetMutaties")
        {
            Before = stage => stage.Sandbox.Books.Faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie" }),
        },
        new(
            "Three invoices in one call, one of a new debtor",
            DemoEvents.Sample("invoices-batch.json"),
            200,
            "booked",
            "AddMutatie",
            "AddMutatie",
            "AddRelatie",
            "AddMutatie"),
    ];

    /// <returns>0 when everything is as it should be.</returns>
    public static Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken) => RunAsync(output, null, cancellationToken);

    /// <param name="configure">As for <see cref="DemoStage.SetUpAsync"/>.</param>
    /// <returns>0 when everything is as it should be.</returns>
    public static async Task<int> RunAsync(TextWriter output, Action<WebApplicationBuilder>? configure, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var stage = await DemoStage.SetUpAsync(configure, cancellationToken);
        await output.WriteLineAsync("A host, an e-Boekhouden sandbox and a tenant made through the API, on a temporary store.\n");
        var faults = new List<string>();
        var expected = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var step in Steps)
        {
            var found = await RunAsync(stage, step, output, cancellationToken);
            faults.AddRange(found.Select(fault => $"{step.Title}: {fault}"));
            foreach (var invoice in step.Events.Select(sent => sent["data"]!["invoice"]!).Where(_ => step.Outcome == "booked"))
            {
                expected[invoice["number"]!.GetValue<string>()] = invoice["total"]!.GetValue<decimal>();
            }
        }

        faults.AddRange(Compare(expected, stage.Books));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"\nIn the books: {stage.Books.Mutations.Count} bookings, {stage.Books.Mutations.Sum(booked => booked.Total):N2} in all, for {expected.Count} invoices."));
        foreach (var fault in faults)
        {
            await output.WriteLineAsync("NOT AS IT SHOULD BE  " + fault);
        }

        await output.WriteLineAsync(faults.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Every invoice stands there once, to the cent ({clock.Elapsed.TotalSeconds:0.0} s).")
            : "The demo failed.");
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<string>> RunAsync(
        DemoStage stage, DemoStep step, TextWriter output, CancellationToken cancellationToken)
    {
        step.Before?.Invoke(stage);
        stage.Sandbox.Books.Calls.Clear();
        var before = stage.Books.Mutations.Count;
        var (status, results) = step.Act is { } act
            ? await act(stage, cancellationToken)
            : await stage.SendAsync(Encoding.UTF8.GetBytes(step.Body.ToJsonString()), cancellationToken);
        var calls = stage.Sandbox.Books.Calls.Log.Select(call => call.Operation).ToList();
        var added = stage.Books.Mutations.Skip(before).ToList();

        var faults = new List<string>();
        Expect(faults, "status", $"{step.Status}", $"{status}");
        Expect(faults, "calls", string.Join(", ", step.Calls), string.Join(", ", calls));
        Expect(faults, "bookings", $"{(step.Outcome == "booked" ? step.Events.Count : 0)}", $"{added.Count}");
        foreach (var result in results)
        {
            Expect(faults, "outcome", step.Outcome, result?["outcome"]?.GetValue<string>());
            if (step.Reason is { } reason)
            {
                Expect(faults, "reason", reason, result?["reason"]?["code"]?.GetValue<string>());
            }
        }

        var calledFor = calls.Count switch { 0 => "no call", 1 => "1 call", var count => $"{count} calls" };
        var inTheBooks = added.Count > 0
            ? string.Join("; ", added.Select(Describe))
            : results[0]?["reason"]?["code"]?.GetValue<string>() ?? $"mutation {results[0]?["mutationNumber"]} stands, nothing added";
        await output.WriteLineAsync($"{(faults.Count == 0 ? "ok " : "NOT")} {step.Title,-52} {calledFor,-8} {step.Outcome}: {inTheBooks}");
        return faults;
    }

    /// <summary>The last word: every invoice that should be booked is there once and to the cent, and nothing else is.</summary>
    private static IEnumerable<string> Compare(Dictionary<string, decimal> expected, SandboxAdministration books)
    {
        var booked = books.Mutations.ToLookup(mutation => mutation.InvoiceNumber, StringComparer.Ordinal);
        foreach (var (number, total) in expected)
        {
            if (booked[number].ToList() is not [var only] || only.Total != total)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"invoice {number} of {total:0.00} stands in the books as {string.Join(" and ", booked[number].Select(Describe).DefaultIfEmpty("nothing"))}");
            }
        }

        foreach (var stranger in booked.Where(group => !expected.ContainsKey(group.Key)))
        {
            yield return $"invoice {stranger.Key} stands in the books and should not";
        }
    }

    private static string Describe(SandboxMutation booked) => string.Create(
        CultureInfo.InvariantCulture,
        $"mutation {booked.Number}: {booked.InvoiceNumber}, {booked.Total:0.00}, {booked.Lines.Count} line{(booked.Lines.Count == 1 ? "" : "s")}");

    private static void Expect(List<string> faults, string what, string expected, string? found)
    {
        if (expected != found)
        {
            faults.Add($"{what}: expected '{expected}', found '{found}'");
        }
    }
}
