using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Tests.Support;

internal static class Receipts
{
    /// <summary>The mutation number of a receipt alone.</summary>
    public static async Task<Answer<long>> NumberAsync(this Task<Answer<BookingReceipt>> booking) => (await booking).Map(receipt => receipt.Number);
}
