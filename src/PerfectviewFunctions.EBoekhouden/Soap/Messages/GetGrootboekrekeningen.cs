using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>GetGrootboekrekeningen with an empty filter: all ledger accounts.</summary>
internal static class GetGrootboekrekeningen
{
    public static SoapCall<IReadOnlyList<LedgerAccount>> Call(SoapSession session) => new(
        "GetGrootboekrekeningen",
        ChangesBooks: false,
        writer =>
        {
            writer.Session(session);
            writer.Group("cFilter", () =>
            {
                writer.Number("ID");
                writer.Text("Code");
                writer.Text("Categorie");
            });
        },
        () => new ListResult<LedgerAccount>(new ListShape("Rekeningen", "cGrootboekrekening"), Read));

    private static LedgerAccount Read(AnswerRow row) => new(row.Required("Code"), row.Text("Omschrijving"), row.Text("Categorie"), row.NumberOrZero("ID"));
}
