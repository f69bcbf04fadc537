using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Invoices;

public sealed class InvoiceStoreTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task List_gives_newest_first_and_pages_stay_as_new_ones_arrive()
    {
        var tenant = await bench.AddTenantAsync();
        await AddAsync(1, 10);
        var first = await PageAsync(null, 4);

        await AddAsync(11, 5);
        var second = await PageAsync(InvoiceStore.PlaceOf(first[^1]), 4);
        var third = await PageAsync(InvoiceStore.PlaceOf(second[^1]), 4);

        Assert.Equal(["F10", "F9", "F8", "F7"], first.Select(invoice => invoice.Number));
        Assert.Equal(["F6", "F5", "F4", "F3"], second.Select(invoice => invoice.Number));
        Assert.Equal(["F2", "F1"], third.Select(invoice => invoice.Number));

        async Task AddAsync(int from, int count)
        {
            for (var number = from; number < from + count; number++)
            {
                bench.Clock.Advance(TimeSpan.FromTicks(1));
                await bench.PlaceAsync(tenant, bench.Events.Valid(Bench.Numbered("e", number), Bench.Numbered("F", number)));
            }
        }
    }

    /// <summary>One request stores all its invoices at about the same instant, with numbers that begin each other.</summary>
    [Fact]
    public async Task List_pages_of_one_over_invoices_of_one_instant_miss_none()
    {
        var tenant = await bench.AddTenantAsync();
        string[] numbers = ["F", "F-1", "F.1", "F1", "F10", "F/1", "F 1", "F!", "é"];
        await bench.PlaceAsync(tenant, [.. numbers.Select(number => bench.Events.Valid("e" + number.GetHashCode(StringComparison.Ordinal), number))]);

        var seen = new List<string>();
        string? after = null;
        while (await PageAsync(after, 1) is [var invoice])
        {
            seen.Add(invoice.Number);
            after = InvoiceStore.PlaceOf(invoice);
        }

        Assert.Equal(numbers.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task List_invoice_worked_on_keeps_its_place()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, bench.Events.Valid("e1", "F1"));
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.PlaceAsync(tenant, bench.Events.Valid("e2", "F2"));
        bench.Clock.Advance(TimeSpan.FromHours(1));

        await bench.WorkAsync();

        Assert.Equal(["F2", "F1"], (await PageAsync(null, 9)).Select(invoice => invoice.Number));
    }

    private async Task<List<Invoice>> PageAsync(string? after, int count)
    {
        var page = new List<Invoice>();
        await foreach (var invoice in bench.Invoices.ListAsync(Core.Tenants.TenantId.Parse("demo"), after, default))
        {
            page.Add(invoice);
            if (page.Count == count)
            {
                break;
            }
        }

        return page;
    }
}
