namespace PerfectviewFunctions.Sandbox;

/// <summary>The open list follows from the mutations: invoices less the payments whose lines name the same relation and number.</summary>
internal static class OpenItems
{
    public static IReadOnlyList<SandboxOpenItem> Of(
        IReadOnlyList<SandboxMutation> mutations,
        IReadOnlyList<SandboxRelation> relations,
        MutationKind invoiceKind,
        SandboxSwitches switches)
    {
        var names = relations.DistinctBy(relation => relation.Code).ToDictionary(relation => relation.Code, relation => relation.Name);
        var open = All(mutations, invoiceKind)
            .Where(item => item.Open != 0 && (switches.OverpaidShown || !IsOverpaid(item)))
            .Select(item => Shown(item, switches.Credits))
            .OfType<SandboxOpenItem>()
            .Take(switches.MaxOpenItems ?? int.MaxValue);
        return [.. open.Select(item => item with { RelationName = names.GetValueOrDefault(item.RelationCode, "") })];
    }

    /// <summary>Every invoice of a kind with what was paid of it, settled or not, without a name.</summary>
    public static IEnumerable<SandboxOpenItem> All(IReadOnlyList<SandboxMutation> mutations, MutationKind invoiceKind)
    {
        var invoices = mutations.Where(mutation => mutation.Kind == invoiceKind).ToList();
        var paymentKind = invoices.FirstOrDefault()?.PaidBy;
        var paid = mutations
            .Where(mutation => mutation.Kind == paymentKind)
            .SelectMany(payment => payment.Lines, (payment, line) => (Key: (payment.RelationCode, payment.NumberOf(line)), line.Gross))
            .GroupBy(line => line.Key)
            .ToDictionary(group => group.Key, group => group.Sum(line => line.Gross));

        foreach (var invoice in invoices)
        {
            // Removed once used: of two invoices with one key, which only a direct entry can make, the oldest takes the payments.
            paid.Remove((invoice.RelationCode, invoice.InvoiceNumber), out var received);
            yield return new SandboxOpenItem(invoice.Date, invoice.InvoiceNumber, invoice.RelationCode, "", invoice.Total, received)
            {
                MutationNumber = invoice.Number,
            };
        }
    }

    private static bool IsOverpaid(SandboxOpenItem item) => Math.Sign(item.Open) != Math.Sign(item.Amount);

    private static SandboxOpenItem? Shown(SandboxOpenItem item, CreditForm credits) => (item.Amount < 0, credits) switch
    {
        (true, CreditForm.Absent) => null,
        (true, CreditForm.Positive) => item with { Amount = -item.Amount, Paid = -item.Paid },
        _ => item,
    };
}
