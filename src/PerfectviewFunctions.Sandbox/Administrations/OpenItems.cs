namespace PerfectviewFunctions.Sandbox;

/// <summary>The open list follows from the mutations: invoices less the payments that name the same relation and number.</summary>
internal static class OpenItems
{
    public static IReadOnlyList<SandboxOpenItem> Of(
        IReadOnlyList<SandboxMutation> mutations,
        IReadOnlyList<SandboxRelation> relations,
        MutationKind invoiceKind,
        CreditForm credits)
    {
        var paymentKind = invoiceKind == MutationKind.FactuurVerstuurd
            ? MutationKind.FactuurbetalingOntvangen
            : MutationKind.FactuurbetalingVerstuurd;
        var paid = mutations
            .Where(mutation => mutation.Kind == paymentKind)
            .GroupBy(payment => (payment.RelationCode, payment.InvoiceNumber))
            .ToDictionary(group => group.Key, group => group.Sum(payment => payment.Total));
        var names = relations.ToDictionary(relation => relation.Code, relation => relation.Name);

        var open = new List<SandboxOpenItem>();
        foreach (var invoice in mutations.Where(mutation => mutation.Kind == invoiceKind))
        {
            // Removed once used: of two invoices with one key, which only a direct entry can make, the oldest takes the payments.
            paid.Remove((invoice.RelationCode, invoice.InvoiceNumber), out var received);
            var item = new SandboxOpenItem(
                invoice.Date,
                invoice.InvoiceNumber,
                invoice.RelationCode,
                names.GetValueOrDefault(invoice.RelationCode, ""),
                invoice.Total,
                received);
            if (item.Open != 0 && Shown(item, credits) is { } shown)
            {
                open.Add(shown);
            }
        }

        return open;
    }

    private static SandboxOpenItem? Shown(SandboxOpenItem item, CreditForm credits) => (item.Amount < 0, credits) switch
    {
        (true, CreditForm.Absent) => null,
        (true, CreditForm.Positive) => item with { Amount = -item.Amount, Paid = -item.Paid },
        _ => item,
    };
}
