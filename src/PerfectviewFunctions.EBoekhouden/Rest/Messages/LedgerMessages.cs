using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Answers;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Messages;

/// <summary>The ledger accounts.</summary>
internal static class LedgerMessages
{
    public static RestCall<ListPage<LedgerAccount>> Page(int limit, int offset) => Answered.Page(
        "GET ledger", RestPath.Page(RestPath.Ledger, limit, offset), limit, offset, RestJson.Default.ListAnswerLedgerItem, Read);

    private static LedgerAccount Read(LedgerItem item) => new(
        WireFacts.Text(item.Code, "code of a ledger account").Trim(),
        item.Description ?? "",
        WireFacts.Text(item.Category, "category of a ledger account"),
        WireFacts.Id(item.Id, "ledger account"));
}
