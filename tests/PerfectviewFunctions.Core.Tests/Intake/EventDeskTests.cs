using System.Text;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Intake;

public sealed class EventDeskTests
{
    private static readonly TenantId Tenant = TenantId.Parse("demo");

    private readonly Bench bench = new();

    [Fact]
    public async Task Place_new_event_stores_it_with_body_invoice_and_places_in_one_write()
    {
        var placed = await PlaceAsync(bench.Events.Valid("e1", "F1"));

        Assert.Equal((EventState.Received, false), (placed.Stored.State, placed.IsRepeated));
        Assert.Equal(["body:e1", "event:e1", "invoice:F1", "open:F1:*:e1", "recent:*:F1"], await KeysAsync());
        Assert.Equal(1, bench.Store.Writes);
        var invoice = await bench.Invoices.FindAsync(Tenant, "F1", default);
        Assert.Equal(("e1", InvoiceState.Received, 121m), (invoice!.EventKey, invoice.State, invoice.Total));
    }

    [Fact]
    public async Task Place_same_event_again_is_a_duplicate_and_changes_nothing()
    {
        await PlaceAsync(bench.Events.Valid("e1", "F1"));
        var stored = await ETagsAsync();
        bench.Clock.Advance(TimeSpan.FromDays(1));

        var again = await PlaceAsync(bench.Events.Valid("e1", "F1"));

        Assert.Equal((true, "e1"), (again.IsRepeated, again.Stored.Key));
        Assert.Equal(stored, await ETagsAsync());
    }

    [Fact]
    public async Task Place_another_event_of_a_known_invoice_leaves_the_invoice_to_the_engine()
    {
        await PlaceAsync(bench.Events.Valid("e1", "F1"));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        await PlaceAsync(bench.Events.Valid("e2", "F1", minute: 9, net: 200m));

        Assert.Equal(
            ["body:e1", "body:e2", "event:e1", "event:e2", "invoice:F1", "open:F1:*:e1", "open:F1:*:e2", "recent:*:F1"], await KeysAsync());
        Assert.Equal("e1", (await bench.Invoices.FindAsync(Tenant, "F1", default))!.EventKey);
    }

    [Fact]
    public async Task Place_id_used_again_with_another_body_is_refused_and_leaves_the_first_alone()
    {
        await PlaceAsync(bench.Events.Valid("e1", "F1"));

        var second = await PlaceAsync(bench.Events.Valid("e1", "F1", net: 200m));
        var repeated = await PlaceAsync(bench.Events.Valid("e1", "F1", net: 200m));

        Assert.Equal((EventState.Refused, ReasonCode.EventIdUsedAgain), (second.Stored.State, second.Stored.Reason!.Code));
        Assert.Equal("/id", Assert.Single(second.Stored.Faults).Pointer);
        Assert.Equal((second.Stored.Key, EventState.Refused, false), (repeated.Stored.Key, repeated.Stored.State, repeated.IsRepeated));
        Assert.Equal(EventState.Received, (await FindAsync("e1"))!.State);
        Assert.Equal(
            ["attention:*:!*", "body:!*", "body:e1", "ended:*:!*", "event:!*", "event:e1", "invoice:F1", "open:F1:*:e1", "recent:*:F1"], await KeysAsync());
    }

    [Fact]
    public async Task Place_id_of_a_valid_event_with_a_faulty_body_is_refused_for_its_id()
    {
        await PlaceAsync(bench.Events.Valid("e1", "F1"));

        var second = await PlaceAsync(Arriving.Faulty("e1", "F1"));

        Assert.Equal(ReasonCode.EventIdUsedAgain, second.Stored.Reason!.Code);
        Assert.Equal(EventState.Received, (await FindAsync("e1"))!.State);
    }

    [Fact]
    public async Task Place_faulty_event_is_kept_with_its_faults_and_makes_no_work()
    {
        var placed = await PlaceAsync(Arriving.Faulty("e1", "F1"));

        Assert.Equal(EventState.Refused, placed.Stored.State);
        Assert.Equal(["attention:*:e1", "body:e1", "ended:*:e1", "event:e1"], await KeysAsync());
        var stored = await FindAsync("e1");
        Assert.Equal(("F1", ReasonCode.EventRefused), (stored!.InvoiceNumber, stored.Reason!.Code));
        Assert.Equal("/data/invoice/date: Missing.", stored.Reason.Values["first"]);
        Assert.Equal(placed.Stored.Faults, stored.Faults);
    }

    [Fact]
    public async Task Place_faulty_event_without_id_is_kept_once_by_its_content()
    {
        await PlaceAsync(Arriving.Faulty(null, null, "one"));
        await PlaceAsync(Arriving.Faulty(null, null, "one"));
        await PlaceAsync(Arriving.Faulty(null, null, "other"));

        Assert.Equal(2, (await KeysAsync()).Count(key => key == "event:!*"));
    }

    [Fact]
    public async Task Place_refused_event_again_keeps_its_first_place()
    {
        var first = await PlaceAsync(Arriving.Faulty("e1", "F1"));
        var stored = await ETagsAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        var again = await PlaceAsync(Arriving.Faulty("e1", "F1"));

        Assert.Equal((false, first.Stored.ReceivedAt), (again.IsRepeated, again.Stored.ReceivedAt));
        Assert.Equal(stored, await ETagsAsync());
    }

    [Fact]
    public async Task Place_refused_event_now_valid_takes_its_place()
    {
        await PlaceAsync(Arriving.Faulty("e1", "F1"));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        var valid = await PlaceAsync(bench.Events.Valid("e1", "F1"));

        Assert.Equal((EventState.Received, false), (valid.Stored.State, valid.IsRepeated));
        Assert.Equal(["body:e1", "event:e1", "invoice:F1", "open:F1:*:e1", "recent:*:F1"], await KeysAsync());
        Assert.Empty((await FindAsync("e1"))!.Faults);
    }

    /// <summary>Within one request, or on a clock that ticks slowly, both are received at the same instant.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Place_refused_event_with_other_faults_takes_its_place(int minutesLater)
    {
        await PlaceAsync(Arriving.Faulty("e1", "F1", "one"));
        bench.Clock.Advance(TimeSpan.FromMinutes(minutesLater));

        var second = await PlaceAsync(Arriving.Faulty("e1", "F1", "two", fault: "Wrong."));

        Assert.Equal("Wrong.", Assert.Single(second.Stored.Faults).Message);
        Assert.Equal("Wrong.", Assert.Single((await FindAsync("e1"))!.Faults).Message);
        Assert.Equal(["attention:*:e1", "body:e1", "ended:*:e1", "event:e1"], await KeysAsync());
        Assert.Equal(Arriving.Faulty("e1", "F1", "two").Body.ToArray(), (await bench.Cases.ReadBodyAsync(Tenant, "e1", default)).ToArray());
    }

    [Fact]
    public async Task Place_two_identical_at_once_stores_one()
    {
        MeetAtFirstWrite(2);

        var placed = await Task.WhenAll(
            PlaceAsync(bench.Events.Valid("e1", "F1")), PlaceAsync(bench.Events.Valid("e1", "F1")));

        Assert.Equal([false, true], placed.Select(place => place.IsRepeated).Order());
        Assert.Equal(["body:e1", "event:e1", "invoice:F1", "open:F1:*:e1", "recent:*:F1"], await KeysAsync());
    }

    [Fact]
    public async Task Place_one_id_with_two_bodies_at_once_takes_one_and_refuses_the_other()
    {
        MeetAtFirstWrite(2);

        var placed = await Task.WhenAll(
            PlaceAsync(bench.Events.Valid("e1", "F1")), PlaceAsync(bench.Events.Valid("e1", "F2")));

        Assert.Equal([EventState.Received, EventState.Refused], placed.Select(place => place.Stored.State).Order());
        Assert.Single(await KeysAsync(), key => key.StartsWith("invoice:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Place_two_events_of_one_new_invoice_at_once_stores_both_and_one_invoice()
    {
        MeetAtFirstWrite(2);

        await Task.WhenAll(PlaceAsync(bench.Events.Valid("e1", "F1")), PlaceAsync(bench.Events.Valid("e2", "F1", minute: 1)));

        Assert.Equal(
            ["body:e1", "body:e2", "event:e1", "event:e2", "invoice:F1", "open:F1:*:e1", "open:F1:*:e2", "recent:*:F1"], await KeysAsync());
    }

    [Fact]
    public async Task Place_refused_event_replaced_twice_at_once_ends_with_one_of_them()
    {
        await PlaceAsync(Arriving.Faulty("e1", "F1"));
        MeetAtFirstRead(2);

        var placed = await Task.WhenAll(
            PlaceAsync(bench.Events.Valid("e1", "F1")), PlaceAsync(bench.Events.Valid("e1", "F1", net: 200m)));

        Assert.Equal([EventState.Received, EventState.Refused], placed.Select(place => place.Stored.State).Order());
        Assert.Single(await KeysAsync(), key => key.StartsWith("open:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Place_50_of_one_event_at_once_stores_one()
    {
        var placed = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => PlaceAsync(bench.Events.Valid("e1", "F1")))));

        Assert.Single(placed, place => !place.IsRepeated);
        Assert.Equal(5, (await KeysAsync()).Count);
    }

    [Fact]
    public async Task Place_write_that_fails_leaves_nothing()
    {
        bench.Store.Before = call => call is StoreCall.Write ? throw new StoreUnavailableException("down") : Task.CompletedTask;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => PlaceAsync(bench.Events.Valid("e1", "F1")));

        Assert.Empty(await KeysAsync());
    }

    [Fact]
    public async Task Place_write_whose_answer_was_lost_is_a_duplicate_at_the_next_delivery()
    {
        bench.Store.After = call => call is StoreCall.Write ? throw new StoreUnavailableException("connection lost") : Task.CompletedTask;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => PlaceAsync(bench.Events.Valid("e1", "F1")));
        bench.Store.After = null;

        var again = await PlaceAsync(bench.Events.Valid("e1", "F1"));

        Assert.Equal((true, EventState.Received), (again.IsRepeated, again.Stored.State));
    }

    [Theory]
    [InlineData(0)]
    [InlineData((60 * 1024) - 1)]
    [InlineData(60 * 1024)]
    [InlineData((60 * 1024) + 1)]
    [InlineData(120 * 1024)]
    [InlineData(256 * 1024)]
    public async Task Place_body_of_any_size_comes_back_byte_for_byte(int bytes)
    {
        var body = new byte[bytes];
        new Random(bytes).NextBytes(body);
        var read = bench.Events.Valid("e1", "F1") with { Body = body };

        await PlaceAsync(read);

        Assert.Equal(body, (await bench.Cases.ReadBodyAsync(Tenant, "e1", default)).ToArray());
    }

    [Fact]
    public async Task Place_same_id_of_another_tenant_is_another_event()
    {
        await PlaceAsync(bench.Events.Valid("e1", "F1"));

        var other = await bench.Desk.PlaceAsync(TenantId.Parse("other"), bench.Events.Valid("e1", "F1", net: 200m), default);

        Assert.Equal((EventState.Received, false), (other.Stored.State, other.IsRepeated));
    }

    [Theory]
    [InlineData("!", "~")]
    [InlineData("a/b#c?d\\e", "!'()*:;")]
    public async Task Place_hostile_ids_stay_apart(string one, string other)
    {
        await PlaceAsync(bench.Events.Valid(one, "F1"));
        await PlaceAsync(bench.Events.Valid(other, "F2"));

        Assert.Equal(one, (await FindAsync(StorageKey.Encode(one)))!.Id);
        Assert.Equal(other, (await FindAsync(StorageKey.Encode(other)))!.Id);
    }

    [Fact]
    public async Task Place_hash_is_of_the_body()
    {
        await PlaceAsync(bench.Events.Valid("e1", "F1") with { Body = Encoding.UTF8.GetBytes("abc") });

        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", (await FindAsync("e1"))!.Hash);
    }

    private Task<PlacedEvent> PlaceAsync(EventRead read) => bench.Desk.PlaceAsync(Tenant, read, default);

    private Task<StoredEvent?> FindAsync(string key) => bench.EventAsync(new Tenant(Tenant, default, null, Bench.Settings, default!), key);

    /// <summary>Holds the first reads until so many have read: whoever comes then acts on what has changed already.</summary>
    private void MeetAtFirstRead(int count) => bench.Store.After = HoldFirst<StoreCall.Get>(count);

    /// <summary>Holds the first writes until so many are about to write.</summary>
    private void MeetAtFirstWrite(int count) => bench.Store.Before = HoldFirst<StoreCall.Write>(count);

    private static Func<StoreCall, Task> HoldFirst<TCall>(int count)
    {
        var comers = 0;
        var met = new TaskCompletionSource();
        return call =>
        {
            if (call is not TCall)
            {
                return Task.CompletedTask;
            }

            var came = Interlocked.Increment(ref comers);
            if (came == count)
            {
                met.SetResult();
            }

            return came > count ? Task.CompletedTask : met.Task;
        };
    }

    /// <summary>Every row of the tenant with its ETag: none is added, gone or written while this stays.</summary>
    private async Task<IReadOnlyList<string>> ETagsAsync() => [.. (await bench.RowsAsync(Partition.Of(Tenant))).Select(row => $"{row.Key} {row.ETag}")];

    /// <summary>The keys of the tenant, with '*' for instants and hashes.</summary>
    private async Task<IReadOnlyList<string>> KeysAsync() =>
    [
        .. (await bench.RowsAsync(Partition.Of(Tenant))).Select(row => string.Join(':', row.Key.Split(':').Select(
            part => part.Length == 19 && part.All(char.IsAsciiDigit) ? "*" : part.Length == 65 && part[0] == '!' ? "!*" : part))),
    ];
}
