using System.Globalization;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>
/// A step about payments: what somebody does in the books, what the next reading makes of it, and what Perfectview is told, by its own account.
/// What is not named does not change: a change would be told.
/// </summary>
/// <param name="State">How the invoices stand that it is about.</param>
/// <param name="Calls">The calls to e-Boekhouden that the reading takes by SOAP, in their order.</param>
internal sealed record PaymentStep(string Title, string State, params IReadOnlyList<string> Calls) : IDemoStep
{
    private const int MostShown = 2;

    /// <summary>What happens before.</summary>
    public Action<DemoStage> Before { get; init; } = _ => { };

    /// <summary>The invoices that it is about, with their figures after it.</summary>
    public required IReadOnlyList<(string Number, decimal? Paid, decimal? Open, long Revision)> Invoices { get; init; }

    /// <summary>How they stand after it.</summary>
    public IReadOnlyList<PaymentStand> Stand =>
        [.. Invoices.Select(invoice => new PaymentStand(invoice.Number, State, invoice.Paid, invoice.Open, invoice.Revision))];

    /// <summary>Whether the books are read. When not, all that is done is to send what is due.</summary>
    public bool Reads { get; init; } = true;

    /// <summary>Why nothing new is known of the books; null when the list came in whole.</summary>
    public string? NotRead { get; init; }

    /// <summary>What becomes at Perfectview of a message about each of these invoices; null when there are none.</summary>
    public CallbackEffect? Effect { get; init; } = CallbackEffect.Applied;

    public async Task<(string Line, IReadOnlyList<string> Faults)> RunAsync(DemoStage stage, CancellationToken cancellationToken)
    {
        Before(stage);
        stage.Sandbox.Books.Calls.Clear();
        var (faults, before) = (new DemoFaults(), stage.Perfectview.Arrivals.Count);
        var numbers = Invoices.Select(invoice => invoice.Number).ToList();
        if (Reads)
        {
            faults.Expect("reading", NotRead ?? "whole", await stage.Payments.ReadAsync(cancellationToken) ?? "whole");
        }
        else
        {
            await stage.Payments.WaitAsync(numbers, cancellationToken);
        }

        await stage.Payments.TellAsync(cancellationToken);
        var calls = stage.Sandbox.Books.Calls.Log.Select(call => call.Operation).ToList();
        var arrived = stage.Perfectview.Arrivals.Skip(before).ToList();

        faults.Expect("calls", DemoCalls.Text(stage.Api, Calls), DemoCalls.Text(stage.Api, calls));
        var stored = await stage.Payments.StandAsync(numbers, cancellationToken);
        faults.Expect("stored", Text(Stand), Text(stored));
        faults.Expect("told", Effect is null ? "" : Text(Stand), Text(arrived.Select(message => PaymentStand.In(message.Body))));
        foreach (var message in arrived)
        {
            faults.Expect("signature", $"{SignatureCheck.Valid}", $"{message.Signature}");
            faults.Expect("at Perfectview", $"{Effect}", $"{message.Effect}");
        }

        var outcome = NotRead is null ? State : $"{NotRead}, still {State}";
        return (DemoLine.Of(Title, calls.Count, outcome, $"{Shown(stored)}; {Told(arrived)}", faults), faults.All);
    }

    private static string Text(IEnumerable<PaymentStand> stands) =>
        string.Join("; ", stands.OrderBy(stand => stand.Number, StringComparer.Ordinal));

    private static string Shown(IReadOnlyList<PaymentStand> stored) => stored.Count <= MostShown
        ? string.Join("; ", stored.Select(stand => stand.Short()))
        : string.Create(CultureInfo.InvariantCulture, $"{stored.Count} invoices, open {stored.Sum(stand => stand.Open):N2}");

    /// <summary>What Perfectview got, and what it answered.</summary>
    private static string Told(List<CallbackArrival> arrived)
    {
        if (arrived.Count == 0)
        {
            return "no message";
        }

        var told = arrived.Select(message => PaymentStand.In(message.Body)).ToList();
        return $"{(arrived.Count == 1 ? "message" : $"{arrived.Count} messages")} {Each(told.Select(stand => stand.State))} "
            + $"(revision {Each(told.Select(stand => $"{stand.Revision}"))}), "
            + $"signature {Each(arrived.Select(message => $"{message.Signature}".ToLowerInvariant()))}, "
            + $"answered {Each(arrived.Select(message => $"{message.Status}"))}";
    }

    private static string Each(IEnumerable<string> said) => string.Join('/', said.Distinct());
}
