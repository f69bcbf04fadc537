using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Pages.Mapping;

/// <summary>A page of who changed which setting or row of the mapping, newest first.</summary>
/// <param name="NextAfter">The place in the history to go on after; null on the last page.</param>
public sealed record ChangesModel(IReadOnlyList<HistoryEntry> Entries, string? NextAfter, bool HasEarlier)
{
    private const int MostShown = 20;

    /// <summary>How many entries of every kind are looked through for one page.</summary>
    private const int MostLookedAt = 500;

    internal static async Task<ChangesModel> ReadAsync(
        TenantHistory history, TenantId tenant, string? after, CancellationToken cancellationToken)
    {
        var (found, lookedAt, last) = (new List<HistoryEntry>(), 0, "");
        await foreach (var (place, entry) in history.ListAsync(tenant, after, cancellationToken))
        {
            if (found.Count == MostShown || lookedAt == MostLookedAt)
            {
                return new ChangesModel(found, last, after is not null);
            }

            (lookedAt, last) = (lookedAt + 1, place);
            if (entry.Kind is HistoryKind.SettingsChanged or HistoryKind.VatMappingChanged)
            {
                found.Add(entry);
            }
        }

        return new ChangesModel(found, null, after is not null);
    }
}
