using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>GetRelaties with an empty filter: all relations.</summary>
internal static class GetRelaties
{
    public static SoapCall<IReadOnlyList<BookedDebtor>> Call(SoapSession session) => new(
        "GetRelaties",
        ChangesBooks: false,
        writer =>
        {
            writer.Session(session);
            writer.Group("cFilter", () =>
            {
                writer.Text("Trefwoord");
                writer.Text("Code");
                writer.Number("ID");
            });
        },
        () => new ListResult<BookedDebtor>(new ListShape("Relaties", "cRelatie"), Read));

    private static BookedDebtor Read(AnswerRow row) => new(
        row.Number("ID"),
        row.Text("Code"),
        row.Text("Bedrijf"),
        row.Text("Postcode"),
        row.Text("Postcode2"),
        row.Text("BTWNummer"),
        row.Text("KvkNummer"));
}
