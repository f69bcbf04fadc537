using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Intake;

public sealed class RequestDeskTests
{
    private static readonly TenantId Tenant = TenantId.Parse("demo");

    private readonly Bench bench = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(100, 5)]
    public async Task Place_new_events_takes_a_write_for_every_twenty(int events, int writes)
    {
        var placed = await bench.Requests.PlaceAsync(Tenant, Invoices(1, events), default);

        Assert.Equal(Enumerable.Range(1, events).Select(number => Bench.Numbered("e", number)), placed.Select(place => place.Stored.Key));
        Assert.All(placed, place => Assert.Equal((EventState.Received, false), (place.Stored.State, place.IsRepeated)));
        Assert.Equal((0, writes), (bench.Store.Gets, bench.Store.Writes));
    }

    [Fact]
    public async Task Place_one_that_is_known_costs_one_write_more_than_one_by_one()
    {
        await bench.Desk.PlaceAsync(Tenant, Invoices(5, 1)[0], default);
        bench.Store.ForgetCounts();

        var placed = await bench.Requests.PlaceAsync(Tenant, Invoices(1, 10), default);

        Assert.Equal(["e5"], placed.Where(place => place.IsRepeated).Select(place => place.Stored.Key));
        Assert.Equal((1, 11), (bench.Store.Gets, bench.Store.Writes));
    }

    [Fact]
    public async Task Place_two_about_one_invoice_leaves_those_around_them_together()
    {
        EventRead[] events = [.. Invoices(1, 4), bench.Events.Valid("e9", "F2", minute: 9), .. Invoices(5, 4)];

        await bench.Requests.PlaceAsync(Tenant, events, default);

        // Four together; the other of the second invoice, once with it and once without; four together.
        Assert.Equal((0, 4), (bench.Store.Gets, bench.Store.Writes));
    }

    [Fact]
    public async Task Place_batch_that_fails_leaves_nothing_and_whose_answer_was_lost_is_repeated_at_the_next_delivery()
    {
        bench.Store.Before = _ => throw new StoreUnavailableException("down");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.Requests.PlaceAsync(Tenant, Invoices(1, 10), default));
        bench.Store.Before = null;
        Assert.Empty(await RowsAsync(bench));
        bench.Store.After = _ => throw new StoreUnavailableException("connection lost");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.Requests.PlaceAsync(Tenant, Invoices(1, 10), default));
        bench.Store.After = null;

        var placed = await bench.Requests.PlaceAsync(Tenant, Invoices(1, 10), default);

        Assert.All(placed, place => Assert.True(place.IsRepeated));
    }

    [Fact]
    public async Task Place_tells_of_each_write_when_it_is_durable()
    {
        var (seen, witness) = (new List<int>(), new Witness());
        var watched = new Bench(witness: witness);
        witness.OnReached = step => seen.Add(step == WorkStep.EventStored ? watched.Store.Writes : -1);
        EventRead[] events = [.. Enumerable.Range(1, 30).Select(number => watched.Events.Valid(Bench.Numbered("e", number), Bench.Numbered("F", number)))];

        await watched.Requests.PlaceAsync(Tenant, [.. events, events[0]], default);

        // Twenty, ten, and the repeated one, whose write was refused.
        Assert.Equal([1, 2, 3], seen);
    }

    /// <summary>What comes of events, and every row, is as if each had come alone.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(200)]
    public async Task Place_together_is_as_one_by_one(int first)
    {
        var batches = 0;
        for (var seed = first; seed < first + 100; seed++)
        {
            var (together, alone) = (new Bench(), new Bench());
            var (mixture, same) = (new EventMixture(together.Events, seed), new EventMixture(alone.Events, seed));
            together.Store.After = call => Task.FromResult(batches += call is StoreCall.Write { Batch.Count: > 6 } ? 1 : 0);
            for (var request = 0; request < 4; request++)
            {
                var placed = await together.Requests.PlaceAsync(Tenant, mixture.Next(25), default);
                var expected = new List<PlacedEvent>();
                foreach (var read in same.Next(25))
                {
                    expected.Add(await alone.Desk.PlaceAsync(Tenant, read, default));
                }

                Assert.Equal(expected.Select(Text), placed.Select(Text));
                together.Clock.Advance(TimeSpan.FromSeconds(request));
                alone.Clock.Advance(TimeSpan.FromSeconds(request));
            }

            Assert.Equal(await RowsAsync(alone), await RowsAsync(together));
        }

        Assert.InRange(batches, 100, int.MaxValue);
    }

    /// <summary>Others place events in between, and the store fails before or after it wrote; whoever gets no answer sends again.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task Place_together_while_others_place_stores_each_event_once(int first)
    {
        for (var seed = first; seed < first + 100; seed++)
        {
            var disturbed = new Bench();
            var (mixture, others) = (new EventMixture(disturbed.Events, seed), new EventMixture(disturbed.Events, seed + 100_000));
            var placed = new List<PlacedEvent>();
            for (var request = 0; request < 4; request++)
            {
                var events = mixture.Next(25);
                while (await TryAsync(disturbed, others, events) is var answered)
                {
                    if (answered is not null)
                    {
                        placed.AddRange(answered);
                        break;
                    }
                }
            }

            await AssertWholeAsync(disturbed, placed);
        }
    }

    private static async Task<IReadOnlyList<PlacedEvent>?> TryAsync(Bench disturbed, EventMixture others, IReadOnlyList<EventRead> events)
    {
        var isOther = false;
        disturbed.Store.Before = async call =>
        {
            if (!isOther && call is StoreCall.Write && others.Chance(3))
            {
                isOther = true;
                await disturbed.Requests.PlaceAsync(Tenant, others.Next(3), default);
                isOther = false;
            }

            if (!isOther && others.Chance(200))
            {
                throw new StoreUnavailableException("down");
            }
        };
        disturbed.Store.After = _ => !isOther && others.Chance(200) ? throw new StoreUnavailableException("connection lost") : Task.CompletedTask;
        try
        {
            return await disturbed.Requests.PlaceAsync(Tenant, events, default);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
        finally
        {
            (disturbed.Store.Before, disturbed.Store.After) = (null, null);
        }
    }

    /// <summary>Every event that somebody was told of stands there with its body, and every one to be worked on in the open list, with its subject.</summary>
    private static async Task AssertWholeAsync(Bench disturbed, List<PlacedEvent> placed)
    {
        var keys = (await disturbed.RowsAsync(Partition.Of(Tenant))).Select(row => row.Key).ToHashSet();
        var events = (await disturbed.RowsAsync(Partition.Of(Tenant))).Where(row => row.Key.StartsWith("event:", StringComparison.Ordinal)).Select(EventRows.Read).ToList();
        Assert.All(placed, place => Assert.Contains(EventRows.KeyOf(place.Stored.Key), keys));
        Assert.DoesNotContain(
            placed.Where(place => place is { IsRepeated: false, Stored.State: EventState.Received }).GroupBy(place => place.Stored.Key),
            group => group.Count() > 1);
        Assert.All(events, stored => Assert.Contains(EventRows.BodyKeyOf(stored.Key), keys));
        foreach (var stored in events)
        {
            var (open, subject) = stored.State == EventState.Received
                ? (EventRows.OpenKeyOf(stored.Subject!, stored.OccurredAt!.Value, stored.Key), SubjectKey(stored))
                : (EventRows.AttentionKeyOf(stored), EventRows.KeyOf(stored.Key));
            Assert.Contains(open, keys);
            Assert.Contains(subject, keys);
        }

        Assert.Equal(events.Count(stored => stored.State == EventState.Received), keys.Count(key => key.StartsWith("open:", StringComparison.Ordinal)));
        Assert.Equal(Starting(keys, "invoice:"), Starting(keys, "recent:"));
        Assert.Equal(events.Count, Starting(keys, "body:"));
    }

    private static int Starting(IEnumerable<string> keys, string prefix) => keys.Count(key => key.StartsWith(prefix, StringComparison.Ordinal));

    private static string SubjectKey(StoredEvent stored) =>
        stored.InvoiceNumber is { } number ? Core.Invoices.InvoiceRows.KeyOf(number) : Core.Relations.RelationRows.KeyOf(stored.RelationId!);

    private EventRead[] Invoices(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(number => bench.Events.Valid(Bench.Numbered("e", number), Bench.Numbered("F", number)))];

    private static string Text(PlacedEvent placed) => $"{placed.Stored.Key} {placed.Stored.Hash} {placed.Stored.State} {placed.Stored.ReceivedAt:O} {placed.Stored.Reason?.Code} {placed.IsRepeated}";

    /// <summary>Every row of the tenant with its values, but not which version it is.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(Bench bench) =>
    [
        .. (await bench.RowsAsync(Partition.Of(Tenant))).Select(row =>
            row.Key + " " + string.Join(' ', row.Values.Select(value => value.Key + "=" + (value.Value is byte[] bytes ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)) : value.Value)))),
    ];

    private sealed class Witness : IWorkWitness
    {
        public Action<WorkStep>? OnReached { get; set; }

        public void Reached(WorkStep step) => OnReached?.Invoke(step);
    }
}
