using System.Globalization;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>What the demo shows of payments: somebody works in the books, the link reads them, and Perfectview is told.</summary>
internal static class DemoPayments
{
    private const string List = "GetOpenPosten";
    private const string LookUp = "GetMutaties";

    public static IReadOnlyList<PaymentStep> Steps { get; } =
    [
        new("The first reading: all that was booked is open", "open", List)
        {
            Invoices = [.. DemoInvoices.Expected.Select(booked => (booked.Key, (decimal?)0, (decimal?)booked.Value, 1L))],
        },
        new("A partial payment", "partly-paid", List)
        {
            Before = stage => Pay(stage, "2026-0042", 50.00m),
            Invoices = [("2026-0042", 50.00m, 71.00m, 2)],
        },
        new("The rest is paid", "paid", List, LookUp)
        {
            Before = stage => Pay(stage, "2026-0042", 71.00m),
            Invoices = [("2026-0042", 121.00m, 0, 3)],
        },
        new("That payment is reversed", "reopened", List)
        {
            Before = stage => Remove(stage, MutationKind.FactuurbetalingOntvangen, "2026-0042"),
            Invoices = [("2026-0042", 50.00m, 71.00m, 4)],
        },
        new("It is paid after all", "paid", List, LookUp)
        {
            Before = stage => Pay(stage, "2026-0042", 71.00m),
            Invoices = [("2026-0042", 121.00m, 0, 5)],
        },
        new("Too much is paid", "overpaid", List)
        {
            Before = stage => Pay(stage, "2026-0044", 120.00m),
            Invoices = [("2026-0044", 120.00m, -5.15m, 2)],
        },
        new("What was too much is refunded", "paid", List, LookUp)
        {
            Before = stage => Pay(stage, "2026-0044", -5.15m),
            Invoices = [("2026-0044", 114.85m, 0, 3)],
        },
        new("A credit is settled against an invoice", "paid", List, LookUp, LookUp)
        {
            Before = stage => stage.Books.SettleCredit("2026-0047", "2026-0101"),
            Invoices = [("2026-0047", -121.00m, 0, 2), ("2026-0101", 121.00m, 0, 2)],
        },
        new("A booking is taken out of the books", "removed", List, LookUp, LookUp)
        {
            Before = stage => Remove(stage, MutationKind.FactuurVerstuurd, "2026-0049"),
            Invoices = [("2026-0049", null, null, 2)],
        },
        new("One gets another number there, and a payment", "partly-paid", List, LookUp, LookUp)
        {
            Before = stage =>
            {
                Pay(stage, "2026-0043", 780.00m);
                stage.Books.RenumberMutation(Last(stage, MutationKind.FactuurVerstuurd, "2026-0043").Number, "2026-0043-B");
            },
            Invoices = [("2026-0043", 780.00m, 1000.00m, 2)],
        },
        new("A list is cut off, after another payment", "open", List)
        {
            Before = stage =>
            {
                Pay(stage, "2026-0048", 302.50m);
                stage.Sandbox.Books.Faults.Add(new Fault(FaultKind.Truncated) { Operation = List });
            },
            Invoices = [("2026-0048", 0, 302.50m, 1)],
            NotRead = "books-connection-lost",
            Effect = null,
        },
        new("The list comes in whole, but Perfectview is down", "paid", List, LookUp)
        {
            Before = stage => stage.Perfectview.Faults.Add(new CallbackFault(CallbackFaultKind.Status)),
            Invoices = [("2026-0048", 302.50m, 0, 2)],
            Effect = CallbackEffect.NotTaken,
        },
        new("Perfectview is up again: the same message", "paid")
        {
            Reads = false,
            Invoices = [("2026-0048", 302.50m, 0, 2)],
        },
    ];

    /// <summary>The last word: Perfectview was told everything once, and knows of every invoice what is open of it in the books.</summary>
    public static IEnumerable<string> Compare(DemoStage stage)
    {
        var faults = new DemoFaults();
        var told = Steps.Where(step => step.Effect == CallbackEffect.Applied).Sum(step => step.Invoices.Count);
        faults.Expect("messages at Perfectview", $"{told}", $"{stage.Perfectview.Messages.Count}");
        faults.Expect("ids of what arrived there", $"{told}", $"{stage.Perfectview.Arrivals.DistinctBy(arrival => arrival.Id).Count()}");
        foreach (var number in DemoInvoices.Expected.Keys)
        {
            var known = stage.Perfectview.LatestOf(number) is { } message ? PaymentStand.In(message) : null;
            var booked = stage.Books.Mutations.SingleOrDefault(mutation => mutation.Number == known?.Mutation);
            var inTheBooks = booked is null ? "removed" : Text(stage.Books.Outstanding(booked.InvoiceNumber, booked.RelationCode));
            faults.Expect($"what Perfectview knows of {number}", inTheBooks, known?.State == "removed" ? "removed" : Text(known?.Open));
        }

        return faults.All;
    }

    private static string Text(decimal? open) => string.Create(CultureInfo.InvariantCulture, $"{open:0.00}");

    private static void Pay(DemoStage stage, string number, decimal amount) => stage.Books.RegisterPayment(number, amount);

    private static void Remove(DemoStage stage, MutationKind kind, string number) => stage.Books.DeleteMutation(Last(stage, kind, number).Number);

    private static SandboxMutation Last(DemoStage stage, MutationKind kind, string number) =>
        stage.Books.Mutations.Last(mutation => mutation.Kind == kind && mutation.InvoiceNumber == number);
}
