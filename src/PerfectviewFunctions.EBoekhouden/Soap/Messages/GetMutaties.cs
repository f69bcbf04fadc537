using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>GetMutaties by invoice number or by mutation number, over all dates the service books on, or by dates alone: manual Soap 5.5 §3.12.</summary>
internal static class GetMutaties
{
    /// <summary>The service answers the newest mutations of a selection up to this number of rows.</summary>
    public const int MaxRows = 500;

    private static readonly DateOnly FirstDate = new(1980, 1, 1);
    private static readonly DateOnly LastDate = new(2049, 12, 31);

    public static SoapCall<IReadOnlyList<BookedMutation>> Call(SoapSession session, string invoiceNumber) =>
        Call(session, 0, invoiceNumber, FirstDate, LastDate);

    /// <param name="number">Above zero: the service takes 0 for no filter.</param>
    public static SoapCall<IReadOnlyList<BookedMutation>> Call(SoapSession session, long number) =>
        Call(session, number, "", FirstDate, LastDate);

    /// <param name="until">The last day that counts.</param>
    public static SoapCall<IReadOnlyList<BookedMutation>> Call(SoapSession session, DateOnly from, DateOnly until) => Call(session, 0, "", from, until);

    private static SoapCall<IReadOnlyList<BookedMutation>> Call(
        SoapSession session, long number, string invoiceNumber, DateOnly from, DateOnly until) => new(
        "GetMutaties",
        ChangesBooks: false,
        writer =>
        {
            writer.Session(session);
            writer.Group("cFilter", () =>
            {
                writer.Number("MutatieNr", number);
                writer.Number("MutatieNrVan");
                writer.Number("MutatieNrTm");
                writer.Text("Factuurnummer", invoiceNumber);
                writer.Date("DatumVan", from);
                writer.Date("DatumTm", until);
            });
        },
        () => new ListResult<BookedMutation>(
            new ListShape("Mutaties", "cMutatieList", Inner: new ListShape("MutatieRegels", "cMutatieListRegel")), Read));

    private static BookedMutation Read(AnswerRow row) => new(
        row.Number("MutatieNr"),
        row.Required("Soort") == MutationKind.InvoiceSent,
        row.Date("Datum"),
        row.Text("Factuurnummer"),
        row.Text("RelatieCode"),
        [.. row.Inner.Select(ReadLine)])
    {
        IsInvoicePayment = row.Required("Soort") == MutationKind.InvoicePaymentReceived,
    };

    private static BookedLine ReadLine(AnswerRow row) => new(row.Amount("BedragExclBTW"), row.Amount("BedragBTW"), row.Text("BTWCode"))
    {
        InvoiceNumber = row.Text("Factuurnummer"),
    };
}
