using System.Xml;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>GetRelaties with an empty filter: all relations.</summary>
internal static class GetRelaties
{
    public const string Operation = "GetRelaties";

    public static ListShape Shape { get; } = new("Relaties", "cRelatie");

    public static SoapCall<IReadOnlyList<BookedDebtor>> Call(SoapSession session) => new(
        Operation,
        ChangesBooks: false,
        writer => WriteFilter(writer, session),
        () => new ListResult<BookedDebtor>(Shape, Read));

    /// <param name="id">0 for every relation.</param>
    public static void WriteFilter(XmlWriter writer, SoapSession session, long id = 0)
    {
        writer.Session(session);
        writer.Group("cFilter", () =>
        {
            writer.Text("Trefwoord");
            writer.Text("Code");
            writer.Number("ID", id);
        });
    }

    private static BookedDebtor Read(AnswerRow row) => new(
        row.Number("ID"),
        row.Text("Code"),
        row.Text("Bedrijf"),
        row.Text("Postcode"),
        row.Text("Postcode2"),
        row.Text("BTWNummer"),
        row.Text("KvkNummer"));
}
