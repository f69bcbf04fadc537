using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Tests.Simulation.Books;

/// <summary>A mutation in the books, and how it came there.</summary>
/// <param name="IsForeign">A person entered it.</param>
/// <param name="ByPaused">Who sent it had stood still amid it.</param>
internal sealed record Mutation(BookedMutation Booked, bool IsForeign, bool ByPaused)
{
    public decimal Amount => Booked.Total;

    public bool IsOf(string invoiceNumber, string debtorCode) =>
        Booked.IsInvoiceSent && Booked.InvoiceNumber == invoiceNumber && Booked.DebtorCode == debtorCode;
}

/// <summary>A relation in the books, and how it came to be as it is.</summary>
internal sealed record Card(BookedCard Booked, bool ByPaused);
