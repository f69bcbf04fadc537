using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>GetMutaties by invoice number, over all dates the service books on: manual Soap 5.5 §3.12.</summary>
internal static class GetMutaties
{
    /// <summary>The service answers the newest mutations of a selection up to this number of rows.</summary>
    public const int MaxRows = 500;

    private static readonly DateOnly FirstDate = new(1980, 1, 1);
    private static readonly DateOnly LastDate = new(2049, 12, 31);

    public static SoapCall<IReadOnlyList<BookedMutation>> Call(SoapSession session, string invoiceNumber) => new(
        "GetMutaties",
        ChangesBooks: false,
        writer =>
        {
            writer.Session(session);
            writer.Group("cFilter", () =>
            {
                writer.Number("MutatieNr");
                writer.Number("MutatieNrVan");
                writer.Number("MutatieNrTm");
                writer.Text("Factuurnummer", invoiceNumber);
                writer.Date("DatumVan", FirstDate);
                writer.Date("DatumTm", LastDate);
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
        [.. row.Inner.Select(ReadLine)]);

    private static BookedLine ReadLine(AnswerRow row) => new(row.Amount("BedragExclBTW"), row.Amount("BedragBTW"), row.Text("BTWCode"));
}
