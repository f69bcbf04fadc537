using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Intake;

public sealed class EventsForAttentionTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task List_gives_newest_first()
    {
        await TakeAsync(Arriving.Faulty("e1", "F1"), Arriving.Faulty(null, null), Arriving.Faulty("e3", null));

        Assert.Equal(["e3", null, "e1"], await ListAsync());
    }

    [Fact]
    public async Task List_later_valid_event_of_the_same_invoice_supersedes()
    {
        await TakeAsync(Arriving.Faulty("e1", "F1"), Arriving.Faulty("e2", "F2"), bench.Events.Valid("e3", "F1"));

        Assert.Equal(["e2"], await ListAsync());
    }

    [Fact]
    public async Task List_earlier_valid_event_of_the_same_invoice_does_not_supersede()
    {
        await TakeAsync(bench.Events.Valid("e1", "F1"), Arriving.Faulty("e2", "F1"));

        Assert.Equal(["e2"], await ListAsync());
    }

    [Fact]
    public async Task List_event_delivered_again_and_valid_is_gone()
    {
        await TakeAsync(Arriving.Faulty("e1", "F1"), bench.Events.Valid("e1", "F1"));

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task List_event_without_a_number_is_superseded_by_nothing()
    {
        await TakeAsync(Arriving.Faulty("e1", null), bench.Events.Valid("e2", "F1"));

        Assert.Equal(["e1"], await ListAsync());
    }

    private async Task TakeAsync(params EventRead[] events)
    {
        var tenant = await bench.AddTenantAsync();
        foreach (var read in events)
        {
            await bench.TakeOneAsync(tenant, read);
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private async Task<List<string?>> ListAsync()
    {
        var ids = new List<string?>();
        await foreach (var refused in new EventsForAttention(bench.Store, bench.Invoices).ListAsync(Core.Tenants.TenantId.Parse("demo"), null, default))
        {
            ids.Add(refused.Id);
        }

        return ids;
    }
}
