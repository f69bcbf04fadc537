using System.Collections.Concurrent;
using System.Globalization;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>Invoices whose amounts follow from the seed, whatever order they are sent in.</summary>
internal sealed class InvoiceMaker(int seed)
{
    private const decimal Rate = 0.21m;

    private readonly ConcurrentDictionary<string, int> lastOf = new(StringComparer.Ordinal);

    public IReadOnlyList<SentInvoice> Next(Customer customer, int count, string? debtor = null)
    {
        var last = lastOf.AddOrUpdate(customer.Name, count, (_, before) => before + count);
        return [.. Enumerable.Range(last - count + 1, count).Select(number => Of(customer, number, debtor ?? "K-" + customer.Name))];
    }

    private SentInvoice Of(Customer customer, int number, string debtor)
    {
        var net = AmountOf(customer, number);
        return new SentInvoice(string.Create(CultureInfo.InvariantCulture, $"F{number}"), debtor, net, Math.Round(net * Rate, 2, MidpointRounding.AwayFromZero));
    }

    /// <returns>1.00 to 999.99 euros.</returns>
    private decimal AmountOf(Customer customer, int number)
    {
        var hash = (uint)seed;
        foreach (var character in customer.Name)
        {
            hash = unchecked((hash * 31) + character);
        }

        return 1m + (new Random(unchecked((int)((hash * 31) + (uint)number))).Next(99_900) / 100m);
    }
}
