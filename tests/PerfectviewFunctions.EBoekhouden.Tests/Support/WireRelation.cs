using System.Security;
using System.Xml.Linq;

namespace PerfectviewFunctions.EBoekhouden.Tests.Support;

/// <summary>A cRelatie as the service writes it, with every field of the WSDL filled.</summary>
internal static class WireRelation
{
    public const long Id = 4711;

    private static readonly XNamespace Service = "http://www.e-boekhouden.nl/soap";

    /// <summary>The order of the WSDL, and texts at which other spellings, markup, spaces and line ends would show.</summary>
    public static IReadOnlyList<(string Name, string Text)> Filled { get; } =
    [
        ("ID", "4711"), ("AddDatum", "2019-05-06T07:08:09.123"), ("Code", "deb 10001"), ("Bedrijf", "Café <De Maan> & Zn."),
        ("Contactpersoon", " A. de Vries, afd. inkoop "), ("Geslacht", "V"),
        ("Adres", "Dorpsstraat 1-a"), ("Postcode", "1234ab"), ("Plaats", "'s-Gravenmoer"), ("Land", "NL"),
        ("Adres2", "Postbus 9"), ("Postcode2", "B-2000"), ("Plaats2", "Antwerpen"), ("Land2", "België"),
        ("Telefoon", "020 - 123 45 67"), ("GSM", "+31 (0)6 12345678"), ("FAX", "020-7654321"), ("Email", "Info@Example.test; b@example.test"),
        ("Site", "HTTPS://example.test/?a=1&b=2"), ("Notitie", "  eerste regel\n\n\ttweede regel\r\nderde \U0001F9FE "),
        ("Bankrekening", "12.34.56.789"), ("Girorekening", "P 123"), ("BTWNummer", "NL 0000.00.000.B01"), ("KvkNummer", "01 23 45 67"),
        ("Aanhef", "Geachte mevrouw De Vries,"), ("IBAN", "nl00 TEST 0123 4567 89"), ("BIC", "testnl2a"), ("BP", "b"),
        ("Def1", "een"), ("Def2", " twee "), ("Def3", "drie;3"), ("Def4", "<vier>"), ("Def5", "5"),
        ("Def6", "zes\r\nzes"), ("Def7", "zeven"), ("Def8", "\"acht\""), ("Def9", "negen"), ("Def10", "tien"),
        ("LA", "1"), ("Gb_ID", "13201869"), ("GeenEmail", "1"), ("NieuwsbriefgroepenCount", "2"),
    ];

    /// <summary>The filled relation with other texts in some fields; a field with a null is left out.</summary>
    public static IReadOnlyList<(string Name, string Text)> With(params (string Name, string? Text)[] others) =>
    [
        .. from field in Filled
           let other = others.Where(other => other.Name == field.Name).ToList()
           where other is [] or [{ Text: not null }]
           select (field.Name, other is [{ Text: { } text }] ? text : field.Text),
    ];

    /// <summary>The answer of GetRelaties with these relations.</summary>
    public static string Listed(params IReadOnlyList<(string Name, string Text)>[] relations) => "<ErrorMsg /><Relaties>"
        + string.Concat(relations.Select(relation => $"<cRelatie>{string.Concat(relation.Select(Element))}</cRelatie>")) + "</Relaties>";

    /// <summary>What a request says in oRel, in its order.</summary>
    public static IReadOnlyList<(string Name, string Text)> In(SeenRequest request) =>
    [
        .. XDocument.Parse(request.Body, LoadOptions.PreserveWhitespace).Descendants(Service + "oRel").Single().Elements()
            .Select(element => (element.Name.LocalName, element.Value)),
    ];

    // A carriage return survives only as a reference.
    private static string Element((string Name, string Text) field) =>
        $"<{field.Name}>{SecurityElement.Escape(field.Text).Replace("\r", "&#xD;", StringComparison.Ordinal)}</{field.Name}>";
}
