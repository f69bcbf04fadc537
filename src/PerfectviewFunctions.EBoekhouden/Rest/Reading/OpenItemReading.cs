using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Memory;
using PerfectviewFunctions.EBoekhouden.Rest.Messages;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Reading;

/// <summary>The open sales invoices.</summary>
internal static class OpenItemReading
{
    /// <param name="invoiceNumber">Null for all.</param>
    public static async Task<Answer<OpenItems>> ReadAsync(RestRun run, RelationCodes known, string? invoiceNumber)
    {
        var answer = await run.ReadAllAsync((limit, offset) => OutstandingMessages.Page(invoiceNumber, limit, offset));
        if (answer is not Answer<ReadList<OutstandingRow>>.Success { Value: var list })
        {
            return answer.Failed<ReadList<OutstandingRow>, OpenItems>();
        }

        // A row that moved to a later page between two calls comes twice.
        var rows = list.Pages == 1 ? list.Items : [.. list.Items.DistinctBy(row => row.MutationId > 0 ? (object)row.MutationId : row)];
        foreach (var row in rows.Where(row => row.RelationId > 0))
        {
            known.Keep(new RelationKey(row.RelationId, row.Item.DebtorCode));
        }

        var named = await RelationLookup.CodesOfAsync(run, known, rows.Where(row => row.Item.DebtorCode.Length == 0).Select(row => row.RelationId));
        return named.Map(codes => new OpenItems([.. rows.Select(row => WithCode(row, codes))], IsSnapshot: list.Pages == 1));
    }

    private static OpenItem WithCode(OutstandingRow row, IReadOnlyDictionary<long, string> codes) => row.Item.DebtorCode.Length > 0
        ? row.Item
        : row.Item with { DebtorCode = codes.GetValueOrDefault(row.RelationId, "") };
}
