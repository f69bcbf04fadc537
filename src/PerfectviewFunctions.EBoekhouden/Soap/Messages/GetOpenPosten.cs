using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>GetOpenPosten of the debtors; it has no filter and always answers the whole list.</summary>
internal static class GetOpenPosten
{
    public static SoapCall<IReadOnlyList<OpenItem>> Call(SoapSession session) => new(
        "GetOpenPosten",
        ChangesBooks: false,
        writer =>
        {
            writer.Session(session);
            writer.Text("OpSoort", "Debiteuren");
        },
        () => new ListResult<OpenItem>(new ListShape("Openposten", "cOpenPost"), Read));

    private static OpenItem Read(AnswerRow row) => new(
        row.Text("MutFactuur"),
        row.Text("RelCode"),
        row.Text("RelBedrijf"),
        row.Date("MutDatum"),
        row.Amount("Bedrag"),
        row.Amount("Voldaan"),
        row.Amount("Openstaand"));
}
