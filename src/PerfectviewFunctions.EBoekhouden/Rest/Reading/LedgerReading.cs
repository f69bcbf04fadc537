using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Messages;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Reading;

/// <summary>The ledger accounts, all.</summary>
internal static class LedgerReading
{
    public static async Task<Answer<IReadOnlyList<LedgerAccount>>> ReadAsync(RestRun run)
    {
        var answer = await run.ReadAllAsync(LedgerMessages.Page);
        return answer.Map(list => list.Items);
    }
}
