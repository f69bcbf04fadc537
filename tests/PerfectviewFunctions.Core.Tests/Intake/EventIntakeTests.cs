using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Intake;

public sealed class EventIntakeTests
{
    /// <summary>Of one new event of a new invoice until it is durable: read and write the due row, look for the id, write the batch.</summary>
    private const int OperationsUntilDurable = 3;

    private readonly Bench bench = new();

    [Fact]
    public async Task Take_new_event_costs_few_store_operations_until_it_is_durable()
    {
        var tenant = await bench.AddTenantAsync();
        var before = Operations();
        var untilStored = 0;
        bench.Store.After = call =>
        {
            if (untilStored == 0 && call is StoreCall.Write write && write.Batch.Any(row => row.Key == "event:e1"))
            {
                untilStored = Operations() - before;
            }

            return Task.CompletedTask;
        };

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        Assert.Equal(OperationsUntilDurable, untilStored);
    }

    /// <summary>As many as one event alone: they are announced together, and stored together.</summary>
    [Fact]
    public async Task Take_twenty_new_events_costs_as_few_store_operations_until_they_are_durable()
    {
        var tenant = await bench.AddTenantAsync();
        var before = Operations();
        var untilStored = 0;
        bench.Store.After = call =>
        {
            if (untilStored == 0 && call is StoreCall.Write write && write.Batch.Any(row => row.Key == "event:e20"))
            {
                untilStored = Operations() - before;
            }

            return Task.CompletedTask;
        };

        await bench.Intake.TakeAsync(
            tenant, [.. Enumerable.Range(1, 20).Select(number => bench.Events.Valid(Bench.Numbered("e", number), Bench.Numbered("F", number)))], default);

        Assert.Equal(OperationsUntilDurable, untilStored);
    }

    /// <summary>The steady state: debtor known, due row fresh. Written down so that later work can lower it and nothing raises it unseen.</summary>
    [Fact]
    public async Task Take_event_of_a_known_debtor_costs_23_store_operations_to_booked()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        var (gets, queries, writes) = (bench.Store.Gets, bench.Store.Queries, bench.Store.Writes);

        var outcome = await bench.TakeOneAsync(tenant, bench.Events.Valid("e2", "F2"));

        Assert.Equal(OutcomeKind.Booked, outcome.Kind);
        Assert.Equal((11, 5, 7), (bench.Store.Gets - gets, bench.Store.Queries - queries, bench.Store.Writes - writes));
    }

    [Fact]
    public async Task Take_known_debtor_costs_one_call_to_the_books()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        bench.Books.Forget();

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e2", "F2"));

        Assert.Equal(["book F2"], bench.Books.Calls);
    }

    [Fact]
    public async Task Take_tenant_is_announced_before_the_event_is_stored()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Store.Before = call => call is StoreCall.Write { Partition: not Partition.Due }
            ? throw new StoreUnavailableException("the process dies here")
            : Task.CompletedTask;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1")));

        Assert.NotNull(await bench.DueAtAsync(tenant.Id));
        Assert.Null(await bench.EventAsync(tenant, "e1"));
    }

    [Fact]
    public async Task Take_announcement_that_fails_stores_no_event()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Store.Before = call => call is StoreCall.Write { Partition: Partition.Due }
            ? throw new StoreUnavailableException("down")
            : Task.CompletedTask;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1")));

        Assert.Null(await bench.EventAsync(tenant, "e1"));
    }

    [Fact]
    public async Task Take_only_faulty_events_announces_nothing_and_calls_nobody()
    {
        var tenant = await bench.AddTenantAsync();

        var outcome = await bench.TakeOneAsync(tenant, Arriving.Faulty("e1", "F1"));

        Assert.Equal((OutcomeKind.Refused, false), (outcome.Kind, outcome.IsPending));
        Assert.Equal("/data/invoice/date", Assert.Single(outcome.Faults).Pointer);
        Assert.Null(await bench.DueAtAsync(tenant.Id));
        Assert.Empty(bench.Books.Calls);
    }

    [Fact]
    public async Task Take_several_events_answers_each_in_their_order()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Books.OnBook = booking => booking.InvoiceNumber == "F3" ? new Answer<BookingReceipt>.Refused("CMUT024") : null;

        var outcomes = await bench.Intake.TakeAsync(
            tenant,
            [
                Arriving.Faulty("e0", null),
                bench.Events.Valid("e1", "F1"),
                bench.Events.Valid("e2", "F1", minute: 1),
                bench.Events.Valid("e3", "F3"),
                bench.Events.Valid("e1", "F1"),
                bench.Events.Valid("e1", "F1", net: 7m),
            ],
            default);

        Assert.NotNull(outcomes);
        Assert.Equal(
            [OutcomeKind.Refused, OutcomeKind.Ignored, OutcomeKind.Booked, OutcomeKind.NeedsAttention, OutcomeKind.Duplicate, OutcomeKind.Refused],
            outcomes.Select(outcome => outcome.Kind));
        Assert.Equal(OutcomeKind.Ignored, outcomes[4].First);
        Assert.DoesNotContain(outcomes, outcome => outcome.IsPending);
    }

    [Fact]
    public async Task Take_event_again_answers_with_what_became_of_it_first()
    {
        var tenant = await bench.AddTenantAsync();
        var first = await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        bench.Books.Forget();

        var again = await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        Assert.Equal((OutcomeKind.Duplicate, OutcomeKind.Booked), (again.Kind, again.First));
        Assert.Equal(first.MutationNumber, again.MutationNumber);
        Assert.Empty(bench.Books.Calls);
    }

    [Fact]
    public async Task Take_open_event_again_is_worked_on_and_pending_only_if_it_still_is()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, bench.Events.Valid("e1", "F1"));

        var again = await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        Assert.Equal((OutcomeKind.Duplicate, OutcomeKind.Booked, false), (again.Kind, again.First, again.IsPending));
    }

    [Fact]
    public async Task Take_event_in_retry_again_does_not_shorten_its_wait()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Books.OnBook = _ => new Answer<BookingReceipt>.NotDone(CallFailure.Unreachable);
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        bench.Books.Forget();

        var again = await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        Assert.Equal((OutcomeKind.Duplicate, OutcomeKind.Accepted, true), (again.Kind, again.First, again.IsPending));
        Assert.Equal(CallFailure.Unreachable, again.Reason!.Code);
        Assert.Empty(bench.Books.Calls);
    }

    [Fact]
    public async Task Take_durable_event_whose_work_fails_is_accepted_all_the_same()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Secrets.BeforeGet = _ => throw new Core.Secrets.SecretsUnavailableException("the vault is away");

        Assert.Equal(OutcomeKind.Accepted, (await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"))).Kind);
    }

    [Theory]
    [InlineData(EventState.Received, null, OutcomeKind.Accepted, true)]
    [InlineData(EventState.Retry, CallFailure.Unreachable, OutcomeKind.Accepted, true)]
    [InlineData(EventState.Done, null, OutcomeKind.Booked, false)]
    [InlineData(EventState.Done, ReasonCode.AlreadyBooked, OutcomeKind.Duplicate, false)]
    [InlineData(EventState.Refused, ReasonCode.EventRefused, OutcomeKind.Refused, false)]
    [InlineData(EventState.NeedsAttention, ReasonCode.CurrencyNotEuro, OutcomeKind.NeedsAttention, false)]
    [InlineData(EventState.Ignored, ReasonCode.NothingToBook, OutcomeKind.Ignored, false)]
    public void Outcome_of_every_state_has_its_word(EventState state, string? reason, OutcomeKind kind, bool isPending)
    {
        var stored = new StoredEvent("e1", "00", state, bench.Clock.GetUtcNow())
        {
            Id = "e1", Reason = reason is null ? null : Reason.Of(reason), MutationNumber = 7,
        };

        var first = EventOutcome.Of(stored, isRepeated: false);
        var repeated = EventOutcome.Of(stored, isRepeated: true);

        Assert.Equal((kind, null, isPending), (first.Kind, first.First, first.IsPending));
        Assert.Equal((OutcomeKind.Duplicate, kind, isPending), (repeated.Kind, repeated.First, repeated.IsPending));
        Assert.Equal((7L, reason), (repeated.MutationNumber, repeated.Reason?.Code));
    }

    private int Operations() => bench.Store.Gets + bench.Store.Queries + bench.Store.Writes;
}
