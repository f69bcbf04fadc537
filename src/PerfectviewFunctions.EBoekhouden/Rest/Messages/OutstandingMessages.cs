using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Answers;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Messages;

/// <summary>The open sales invoices.</summary>
internal static class OutstandingMessages
{
    /// <param name="invoiceNumber">Null for all.</param>
    public static RestCall<ListPage<OutstandingRow>> Page(string? invoiceNumber, int limit, int offset) => Answered.Page(
        "GET mutation/invoice/outstanding",
        invoiceNumber is null
            ? RestPath.Page(RestPath.Outstanding, limit, offset, ("credDeb", "D"))
            : RestPath.Page(RestPath.Outstanding, limit, offset, ("invoiceNumber", invoiceNumber), ("credDeb", "D")),
        limit,
        offset,
        RestJson.Default.ListAnswerOutstandingItem,
        Read);

    private static OutstandingRow Read(OutstandingItem item) => new(
        item.MutationId ?? 0,
        item.RelationId ?? 0,
        new OpenItem(
            item.InvoiceNumber ?? "",
            (item.RelationCode ?? "").Trim(),
            item.Company ?? "",
            WireFacts.Date(item.Date, "open invoice"),
            WireFacts.Amount(item.TotalAmount, "amount of an open invoice"),
            WireFacts.Amount(item.PaidAmount, "paid amount of an open invoice"),
            WireFacts.Amount(item.OutstandingAmount, "open amount of an open invoice")));
}

/// <summary>A row of the list of open invoices.</summary>
/// <param name="MutationId">0 when it was not told.</param>
/// <param name="Item">Without a code of its debtor where only his id was told.</param>
internal sealed record OutstandingRow(long MutationId, long RelationId, OpenItem Item);
