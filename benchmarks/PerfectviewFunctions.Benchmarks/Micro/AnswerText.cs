using System.Globalization;
using System.Text;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>Answers of e-Boekhouden, with every field that it sends.</summary>
internal static class AnswerText
{
    private static readonly string[] RelationFields =
    [
        "AddDatum", "Code", "Bedrijf", "Contactpersoon", "Geslacht", "Adres", "Postcode", "Plaats", "Land", "Adres2", "Postcode2", "Plaats2", "Land2",
        "Telefoon", "GSM", "FAX", "Email", "Site", "Notitie", "Bankrekening", "Girorekening", "BTWNummer", "KvkNummer", "Aanhef", "IBAN", "BIC", "BP",
        "Def1", "Def2", "Def3", "Def4", "Def5", "Def6", "Def7", "Def8", "Def9", "Def10", "LA", "Gb_ID", "GeenEmail", "NieuwsbriefgroepenCount",
    ];

    public static byte[] Number(long number) => Envelope("AddMutatie", string.Create(CultureInfo.InvariantCulture, $"<Mutatienummer>{number}</Mutatienummer>"));

    public static byte[] OpenItems(int count) => Envelope("GetOpenPosten", List("Openposten", count, OpenItem));

    public static byte[] Relations(int count) => Envelope("GetRelaties", List("Relaties", count, Relation));

    private static string OpenItem(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"<cOpenPost><MutDatum>2026-03-02T00:00:00</MutDatum><MutFactuur>2026-{number:00000}</MutFactuur><RelCode>D{number % 700:0000}</RelCode>"
        + $"<RelBedrijf>Bakkerij De Zilveren Korenaar {number % 700} B.V.</RelBedrijf><Bedrag>121</Bedrag><Voldaan>0</Voldaan>"
        + $"<Openstaand>121</Openstaand></cOpenPost>");

    private static string Relation(int number)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<cRelatie><ID>{number}</ID>"));
        foreach (var field in RelationFields)
        {
            text.Append(CultureInfo.InvariantCulture, $"<{field}>{field} {number}</{field}>");
        }

        return text.Append("</cRelatie>").ToString();
    }

    private static string List(string name, int count, Func<int, string> item) =>
        $"<{name}>{string.Concat(Enumerable.Range(1, count).Select(item))}</{name}>";

    private static byte[] Envelope(string operation, string result) => Encoding.UTF8.GetBytes(
        """<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>"""
        + $"<{operation}Response xmlns=\"http://www.e-boekhouden.nl/soap\"><{operation}Result><ErrorMsg><LastErrorCode /><LastErrorDescription /></ErrorMsg>"
        + $"{result}</{operation}Result></{operation}Response></soap:Body></soap:Envelope>");
}
