using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Reading;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Memory;

/// <summary>The ids of the ledger accounts by code; read anew when a code is not among them.</summary>
internal sealed class LedgerIds
{
    private volatile IReadOnlyDictionary<string, long>? known;

    public void Forget() => known = null;

    public void Keep(IReadOnlyList<LedgerAccount> accounts) => known = IdsOf(accounts);

    /// <summary>The ids; a code that the books do not have is missing in them.</summary>
    public async Task<Answer<IReadOnlyDictionary<string, long>>> OfAsync(RestRun run, IReadOnlyCollection<string> codes)
    {
        if (known is { } ids && codes.All(ids.ContainsKey))
        {
            return new Answer<IReadOnlyDictionary<string, long>>.Success(ids);
        }

        var answer = await LedgerReading.ReadAsync(run);
        return answer.Map<IReadOnlyList<LedgerAccount>, IReadOnlyDictionary<string, long>>(accounts =>
        {
            var read = IdsOf(accounts);
            known = read;
            return read;
        });
    }

    private static Dictionary<string, long> IdsOf(IReadOnlyList<LedgerAccount> accounts)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            ids[account.Code] = account.Id;
        }

        return ids;
    }
}
