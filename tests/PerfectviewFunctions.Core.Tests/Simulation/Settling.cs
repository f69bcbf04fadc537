using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Tests.Simulation;

/// <summary>Lets one healthy host bring everything to its end, as its timers would, from due time to due time.</summary>
internal sealed class Settling(World world, IReadOnlyList<Tenant> tenants, Traffic traffic, SimulatedHost host)
{
    /// <summary>The longest back-off is an hour, a paused connection rests for half an hour, and a lost row is made anew every hour.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromHours(12);

    public void Run()
    {
        foreach (var request in traffic.Requests.Where(request => !request.IsAnswered))
        {
            host.Intake.TakeAsync(request.Tenant, request.Events, CancellationToken.None).GetAwaiter().GetResult();
            request.IsAnswered = true;
        }

        var end = world.Now + Enough;
        while (world.NextLater is not null || NextWork() is not null)
        {
            if (world.Now > end)
            {
                world.Violate("Work is left after " + Enough);
                return;
            }

            world.PassTo(NextTime());
            host.Pending.RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        }

    }

    /// <summary>Reads the payments for the next planned times, and tells of them.</summary>
    public void ReadPayments()
    {
        for (var hour = 0; hour < 3; hour++)
        {
            world.PassTo(world.Now + TimeSpan.FromMinutes(61));
            host.Payments.RunAsync(CancellationToken.None).GetAwaiter().GetResult();
            host.Callbacks.RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    /// <summary>The next minute, or when work is due that no minute before would do; at least once an hour, for what must be made anew.</summary>
    private DateTimeOffset NextTime()
    {
        var next = world.Now + TimeSpan.FromMinutes(1);
        var due = Rows(Partition.Due).Select(row => row.Values.Instant("at")).DefaultIfEmpty(next + TimeSpan.FromMinutes(30)).Min();
        var work = NextWork() ?? next;
        due = due < work ? work : due;
        return due > next ? due : next;
    }

    /// <summary>When the next open event is due that neither is held back itself nor waits for an invoice that is.</summary>
    private DateTimeOffset? NextWork()
    {
        var open = new List<OpenEvent>();
        foreach (var tenant in tenants)
        {
            open.AddRange(Rows(Partition.Of(tenant.Id))
                .Where(row => row.Key.StartsWith(EventRows.OpenPrefix, StringComparison.Ordinal))
                .Select(EventRows.ReadOpen)
                .Where(entry => !entry.IsHeld && !WaitsForAPerson(tenant, entry.Subject)));
        }

        return open.Count > 0 ? open.Min(entry => entry.DueAt) : null;
    }

    private bool WaitsForAPerson(Tenant tenant, Subject subject) =>
        subject is Subject.Invoice invoice
        && world.Bench.Invoices.FindAsync(tenant.Id, invoice.Number, default).GetAwaiter().GetResult()
            is { State: InvoiceState.NeedsAttention, Intent: not null };

    private IReadOnlyList<Row> Rows(string partition) => world.Bench.RowsAsync(partition).GetAwaiter().GetResult();
}
