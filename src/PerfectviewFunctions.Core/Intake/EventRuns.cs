using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Intake;

/// <summary>
/// Parts the events of a request, in their order, into runs that one batch takes. One whose id, or whose invoice or relation, an earlier event of the
/// request has too is a run of its own: what comes of it depends on what came of that one.
/// </summary>
internal static class EventRuns
{
    /// <remarks>What an event is stored with is made when its run is asked for, so a long request does not hold all of it at once.</remarks>
    public static IEnumerable<EventRun> Of(TenantId tenant, IEnumerable<EventRead> events, TimeProvider time)
    {
        var partition = Partition.Of(tenant);
        var seen = new HashSet<(string Kind, string Name)>();
        var (run, room) = (new EventRun([], []), new BatchRoom(partition));
        foreach (var arriving in events.Select(read => ArrivingEvent.Of(read, time.GetUtcNow())))
        {
            var rows = arriving.All;
            var names = NamesOf(arriving.Stored).ToList();
            var isAlone = names.Exists(seen.Contains);
            seen.UnionWith(names);
            if (isAlone || !room.TryTake(rows))
            {
                if (run.Events.Count > 0)
                {
                    yield return run;
                }

                (run, room) = (new EventRun([], []), new BatchRoom(partition));
                if (isAlone || !room.TryTake(rows))
                {
                    yield return new EventRun([arriving], rows);
                    continue;
                }
            }

            run = run.With(arriving, rows);
        }

        if (run.Events.Count > 0)
        {
            yield return run;
        }
    }

    private static IEnumerable<(string Kind, string Name)> NamesOf(StoredEvent stored)
    {
        yield return ("event", stored.Key);
        if (stored.InvoiceNumber is { } number)
        {
            yield return ("invoice", number);
        }

        if (stored.RelationId is { } relation)
        {
            yield return ("relation", relation);
        }
    }
}

/// <summary>Events that one batch takes.</summary>
/// <param name="Rows">What is written where each of them is new and the first of what it is about.</param>
internal sealed record EventRun(IReadOnlyList<ArrivingEvent> Events, IReadOnlyList<RowWrite> Rows)
{
    public EventRun With(ArrivingEvent arriving, IReadOnlyList<RowWrite> rows) => new([.. Events, arriving], [.. Rows, .. rows]);
}
