namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>What the books answered to a booking.</summary>
/// <param name="Number">The mutation number.</param>
public sealed record BookingReceipt(long Number)
{
    /// <summary>
    /// What stands there now, per VAT code, where the service computes VAT itself and was asked for what it made of it; null where the amounts are those sent.
    /// </summary>
    public IReadOnlyList<BookedLine>? Lines { get; init; }
}
