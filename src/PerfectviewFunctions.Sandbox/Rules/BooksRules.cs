namespace PerfectviewFunctions.Sandbox;

/// <summary>What stands in the way of a mutation in the books; each API has its own code for it.</summary>
internal enum BooksFault
{
    RelationUnknown,
    PeriodClosed,
    NumberExists,
    NumberExistsForRelation,

    /// <summary>A payment of an invoice that is not there, or of another relation.</summary>
    InvoiceUnknown,
}

/// <summary>What both APIs hold against what stands in the books: relations, closed periods, duplicates, and invoices to be paid.</summary>
internal static class BooksRules
{
    public static BooksFault? Check(SandboxMutation mutation, SandboxAdministration books, SandboxSwitches switches)
    {
        if (mutation.RelationCode.Length > 0 && books.FindRelation(mutation.RelationCode) is null)
        {
            return BooksFault.RelationUnknown;
        }

        if (mutation.Date <= books.ClosedUntil)
        {
            return BooksFault.PeriodClosed;
        }

        return mutation.Kind switch
        {
            MutationKind.FactuurVerstuurd when switches.Duplicates == DuplicateRule.Number =>
                Invoices(books, mutation.Kind).Any(known => known.InvoiceNumber == mutation.InvoiceNumber) ? BooksFault.NumberExists : null,
            MutationKind.FactuurVerstuurd or MutationKind.FactuurOntvangen =>
                Invoices(books, mutation.Kind).Any(mutation.IsAbout) ? BooksFault.NumberExistsForRelation : null,
            MutationKind.FactuurbetalingOntvangen => CheckPaid(mutation, Invoices(books, MutationKind.FactuurVerstuurd)),
            MutationKind.FactuurbetalingVerstuurd => CheckPaid(mutation, Invoices(books, MutationKind.FactuurOntvangen)),
            _ => null,
        };
    }

    private static BooksFault? CheckPaid(SandboxMutation payment, IEnumerable<SandboxMutation> invoices)
    {
        var known = invoices
            .Where(invoice => invoice.RelationCode == payment.RelationCode)
            .Select(invoice => invoice.InvoiceNumber)
            .ToHashSet();
        return payment.Lines.All(line => known.Contains(payment.NumberOf(line))) ? null : BooksFault.InvoiceUnknown;
    }

    private static IEnumerable<SandboxMutation> Invoices(SandboxAdministration books, MutationKind kind) =>
        books.Mutations.Where(known => known.Kind == kind);
}
