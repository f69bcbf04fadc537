using System.Diagnostics;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>What was sent, to be compared with what stands in the books: figures of wrong work are worth nothing.</summary>
internal sealed class Ledger
{
    /// <summary>Longer than until the minute timer has come and gone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(125);

    private readonly Lock gate = new();
    private readonly Dictionary<(SandboxAdministration Books, string Number), decimal> expected = [];

    public void Expect(Customer customer, IEnumerable<SentInvoice> invoices)
    {
        lock (gate)
        {
            foreach (var invoice in invoices)
            {
                expected.Add((customer.Books, invoice.Number), invoice.Total);
            }
        }
    }

    /// <summary>Waits until as many stand in the books as were sent, and checks that each is there once with its amount and nothing else.</summary>
    /// <exception cref="InvalidOperationException">Something is missing, twice there, or wrong.</exception>
    public async Task BookedAsync()
    {
        var watch = Stopwatch.StartNew();
        while (Count() < expected.Count && watch.Elapsed < Patience)
        {
            await Task.Delay(2);
        }

        if (Faults().Take(5).ToList() is { Count: > 0 } faults)
        {
            throw new InvalidOperationException("The books are not as they should be: " + string.Join("; ", faults));
        }
    }

    private IEnumerable<SandboxAdministration> Administrations => expected.Keys.Select(key => key.Books).Distinct();

    private int Count() => Administrations.Sum(books => books.Mutations.Count);

    private IEnumerable<string> Faults()
    {
        List<((SandboxAdministration Books, string Number) Key, decimal Total)> booked =
        [
            .. Administrations.SelectMany(books => books.Mutations.Select(mutation => ((books, mutation.InvoiceNumber), mutation.Total))),
        ];
        foreach (var (key, total) in booked)
        {
            if (!expected.TryGetValue(key, out var sent))
            {
                yield return $"{key.Books.Name} {key.Number} was never sent";
            }
            else if (sent != total)
            {
                yield return $"{key.Books.Name} {key.Number} stands there with {total} and not {sent}";
            }
        }

        foreach (var twice in booked.GroupBy(one => one.Key).Where(group => group.Count() > 1))
        {
            yield return $"{twice.Key.Books.Name} {twice.Key.Number} stands there {twice.Count()} times";
        }

        var there = booked.Select(one => one.Key).ToHashSet();
        foreach (var (books, number) in expected.Keys.Where(key => !there.Contains(key)))
        {
            yield return $"{books.Name} {number} is missing";
        }
    }
}
