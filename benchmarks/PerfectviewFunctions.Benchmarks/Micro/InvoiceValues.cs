using System.Globalization;
using System.Text;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>Values as many and as large as those of an invoice that was booked.</summary>
internal static class InvoiceValues
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Booking = Encoding.UTF8.GetBytes(new string('b', 400));
    private static readonly byte[] Facts = Encoding.UTF8.GetBytes(new string('f', 150));

    public static RowValues Create(int number) => new()
    {
        { "number", string.Create(CultureInfo.InvariantCulture, $"2026-{number:0000}") },
        { "state", "Booked" },
        { "event", "evt-2026-0042" },
        { "occurredAt", At },
        { "firstSeenAt", At },
        { "date", "2026-03-02" },
        { "total", 121m },
        { "currency", "EUR" },
        { "debtor", "Bakkerij De Zilveren Korenaar B.V." },
        { "credit", false },
        { "mutation", number },
        { "bookedAt", At },
        { "changedAt", At },
        { "administration", "0123456789abcdef0123456789abcdef" },
        { "sentAt", At },
        { "wasUnclear", false },
        { "booking00", Booking },
        { "facts00", Facts },
    };
}
