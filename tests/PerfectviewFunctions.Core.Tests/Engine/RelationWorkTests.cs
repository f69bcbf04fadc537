using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

/// <summary>Relations with more events than a batch holds, and with one that can't be worked on.</summary>
public sealed class RelationWorkTests
{
    private const int Many = 130;

    private readonly Bench bench = new();

    [Theory]
    [InlineData(true, EventState.Done)]
    [InlineData(false, EventState.Ignored)]
    public async Task Very_many_events_of_one_relation_all_end_whichever_write_fails(bool relationsOn, EventState expected)
    {
        var tenant = await bench.AddTenantAsync(settings: Bench.Settings with { RelationsOn = relationsOn });
        for (var index = 0; index < Many; index++)
        {
            await bench.PlaceAsync(tenant, Phone(index));
        }

        for (var failing = 1; await bench.OpenWork.NextAtAsync(tenant.Id, default) is not null; failing++)
        {
            Assert.True(failing < 60);
            bench.Store.ForgetCounts();
            bench.Store.After = call => call is StoreCall.Write && bench.Store.Writes == failing
                ? throw new StoreUnavailableException("down")
                : Task.CompletedTask;
            try
            {
                await bench.WorkAsync(TimeSpan.FromHours(1));
            }
            catch (StoreUnavailableException)
            {
                // The next minute goes on.
            }

            bench.Store.After = null;
            bench.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        for (var index = 0; index < Many; index++)
        {
            Assert.Equal(expected, (await bench.EventAsync(tenant, Bench.Numbered("e-", index)))!.State);
        }

        if (relationsOn)
        {
            Assert.Equal(Bench.Numbered("020-", Many - 1), Assert.Single(bench.Books.Cards.Values).Card.Phone);
        }
    }

    [Fact]
    public async Task Relation_with_a_change_that_can_not_be_worked_on_says_that_something_waits()
    {
        var tenant = await bench.AddTenantAsync(settings: Bench.Settings with { RelationsOn = true });
        await bench.TakeOneAsync(tenant, Phone(1));
        var change = Phone(2);
        await bench.PlaceAsync(tenant, change with { Body = "damaged"u8.ToArray() });

        await bench.WorkAsync();

        var relation = (await bench.Relations.FindAsync(tenant.Id, "r-1", default))!;
        Assert.Equal((RelationState.Received, ReasonCode.Unexpected), (relation.State, relation.Reason?.Code));
    }

    private EventRead.Valid Phone(int index) => bench.Events.Changed(
        Bench.Numbered("e-", index),
        new DebtorDetails("r-1", IsPerson: false) { Name = "Korenbloem", Phone = Bench.Numbered("020-", index) },
        index,
        RelationField.Name,
        RelationField.Phone);
}
