using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>Whether a mutation in the books is the booking that we sent.</summary>
internal static class Adoption
{
    /// <summary>The mutations that are ours to the last fact: kind, number, debtor code, date, and net and VAT per VAT code.</summary>
    public static IReadOnlyList<BookedMutation> Matches(Booking sent, FoundBookings found) =>
        [.. WithNumber(sent, found).Where(mutation => IsSame(sent, mutation))];

    /// <summary>Everything that stands in the books under exactly the number sent.</summary>
    public static IReadOnlyList<BookedMutation> WithNumber(Booking sent, FoundBookings found) =>
        [.. found.Mutations.Where(mutation => mutation.InvoiceNumber.Trim() == sent.InvoiceNumber)];

    /// <summary>What stands there, in words for the reason.</summary>
    public static string Describe(IReadOnlyList<BookedMutation> mutations) =>
        string.Join("; ", mutations.Take(5).Select(mutation => FormattableString.Invariant(
            $"mutatie {mutation.Number}, {mutation.Date:yyyy-MM-dd}, {mutation.DebtorCode}, {mutation.Lines.Sum(line => line.Net + line.Vat):0.00}")));

    private static bool IsSame(Booking sent, BookedMutation mutation) =>
        mutation.IsInvoiceSent
        && mutation.Date == sent.Date
        && mutation.DebtorCode.Trim() == sent.DebtorCode
        && BookedAmounts.Of(sent, mutation.Lines) is var amounts
        && (amounts is BookedAmounts.AsSent || (mutation.IsVatByService && amounts is BookedAmounts.CentsApart));
}
