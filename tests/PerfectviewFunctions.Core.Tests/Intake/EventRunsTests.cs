using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Intake;

public sealed class EventRunsTests
{
    private static readonly TenantId Tenant = TenantId.Parse("demo");

    private readonly Arriving arriving = new();

    [Fact]
    public void Runs_of_seeded_events_keep_their_order_and_every_limit()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var events = new EventMixture(arriving, seed).Next(100);

            var runs = EventRuns.Of(Tenant, events, new ManualTimeProvider()).ToList();

            Assert.Equal(events, runs.SelectMany(run => run.Events).Select(arriving => arriving.Read));
            Assert.All(runs, run => RowLimits.CheckBatch(Partition.Of(Tenant), run.Rows));
            Assert.All(runs, run => Assert.Equal(run.Events.SelectMany(one => one.All).Select(row => row.Key), run.Rows.Select(row => row.Key)));
        }
    }

    [Theory]
    [InlineData("e1", "F9")]
    [InlineData("e9", "F1")]
    public void Event_with_the_id_or_invoice_of_an_earlier_one_is_a_run_of_its_own(string id, string number)
    {
        EventRead[] events =
        [
            arriving.Valid("e1", "F1"), arriving.Valid("e2", "F2"), arriving.Valid(id, number, minute: 1), arriving.Valid("e3", "F3"), arriving.Valid("e4", "F4"),
        ];

        Assert.Equal([2, 1, 2], SizesOf(events));
    }

    [Fact]
    public void Faulty_event_counts_by_the_invoice_that_it_names() => Assert.Equal(
        [1, 1], SizesOf([Arriving.Faulty("e1", "F1"), arriving.Valid("e2", "F1")]));

    [Fact]
    public void Changes_of_one_relation_are_runs_of_their_own_and_those_of_others_are_not() => Assert.Equal(
        [2, 1],
        SizesOf(
        [
            arriving.Changed("e1", Arriving.Debtor("r-1")), arriving.Changed("e2", Arriving.Debtor("r-2")), arriving.Changed("e3", Arriving.Debtor("r-1"), minute: 1),
        ]));

    [Fact]
    public void Large_events_are_parted_before_a_batch_is_too_large() => Assert.Equal(
        [10, 2],
        SizesOf([.. Enumerable.Range(0, 12).Select(number => arriving.Valid(Bench.Numbered("e", number), Bench.Numbered("F", number), text: new string('x', 250_000)))]));

    private static IEnumerable<int> SizesOf(IReadOnlyList<EventRead> events) =>
        EventRuns.Of(Tenant, events, new ManualTimeProvider()).Select(run => run.Events.Count);
}
