using PerfectviewFunctions.Chaos.Planning;
using PerfectviewFunctions.Chaos.Running;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Chaos.Judging;

/// <summary>Whether anything is still to be done, by itself or by a person.</summary>
internal sealed class RestJudge(Plan plan, Senders senders, StoreView store)
{
    private static readonly string[] Work = ["open:", "held:", "held-relation:", "callback:"];

    public async Task<IReadOnlyList<string>> FindAsync()
    {
        var found = new List<string>();
        foreach (var tenant in plan.Tenants)
        {
            foreach (var prefix in Work)
            {
                found.AddRange((await store.WithPrefixAsync(Partition.Of(tenant.Id), prefix))
                    .Where(row => !RightlyWaits(tenant, row.Key))
                    .Select(row => $"{tenant.Name} {row.Key} {row.Values.TextOrNull("reason")}"));
            }
        }

        return found;
    }

    /// <summary>A row about a relation of which a run that was ended early did not send enough.</summary>
    private bool RightlyWaits(PlannedTenant tenant, string key) =>
        (key.StartsWith("open:~~", StringComparison.Ordinal) || key.StartsWith("held-relation:", StringComparison.Ordinal))
        && tenant.Relations.Find(relation => relation.Id == key.Split(':')[1].TrimStart('~')) is { } found
        && senders.IsNameless(tenant, found);
}
