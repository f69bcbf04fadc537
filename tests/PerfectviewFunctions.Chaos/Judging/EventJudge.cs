using PerfectviewFunctions.Chaos.Planning;
using PerfectviewFunctions.Chaos.Running;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Chaos.Judging;

/// <summary>Every event that was answered with 2xx stands in the store and has ended; nothing else does.</summary>
internal sealed class EventJudge(Plan plan, Senders senders, StoreView store, Figures figures)
{
    public async Task<IReadOnlyList<string>> FindAsync()
    {
        var found = new List<string>();
        var lost = 0;
        foreach (var tenant in plan.Tenants)
        {
            var rows = (await store.WithPrefixAsync(Partition.Of(tenant.Id), "event:")).ToDictionary(row => row.Values.Text("id"));
            foreach (var sent in tenant.Events.Where(sent => senders.Answered.ContainsKey((tenant.Name, sent.Id))))
            {
                if (!rows.Remove(sent.Id, out var row))
                {
                    lost++;
                    found.Add($"{tenant.Name} {sent.Id} was answered with {senders.Answered[(tenant.Name, sent.Id)]} and is lost");
                }
                else if (!IsEnded(sent, row) && !(sent is PlannedChange change && senders.IsNameless(tenant, change.Relation)))
                {
                    found.Add($"{tenant.Name} {sent.Id} is {row.Values.Text("state")} {row.Values.TextOrNull("reason")}");
                }
            }

            found.AddRange(rows.Keys.Select(id => $"{tenant.Name} {id} is stored, and nobody was told so"));
        }

        figures.Set("LOST EVENTS", lost);
        return found;
    }

    /// <summary>What becomes of a version of an invoice depends on the others: <see cref="InvoiceJudge"/> looks at that.</summary>
    private static bool IsEnded(PlannedEvent sent, Row row) => row.Values.Text("state") switch
    {
        nameof(EventState.Done) or nameof(EventState.Ignored) => true,
        nameof(EventState.NeedsAttention) => sent is PlannedInvoice,
        _ => false,
    };
}
