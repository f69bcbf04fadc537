using System.Text.Json.Nodes;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>The cards that stand in the books after the demo, field by field under the names of the wire.</summary>
internal static class DemoCards
{
    public static CardChange DutchCompany(string code) => Company(
        code,
        ("Bedrijf", "Scheepswerf De Koperen Kiel B.V."),
        ("Contactpersoon", "Afdeling crediteuren"),
        ("Aanhef", "Geachte heer of mevrouw"),
        ("Adres", "Oude Havenkade 24 b"),
        ("Postcode", "9995 ZX"),
        ("Plaats", "Havenhoofd"),
        ("Land", "Nederland"),
        ("Adres2", "Dokweg 1"),
        ("Postcode2", "9995 ZY"),
        ("Plaats2", "Havenhoofd"),
        ("Land2", "Nederland"),
        ("Telefoon", "+31 20 000 00 05"),
        ("GSM", "+31 6 00000005"),
        ("Email", "facturen@koperen-kiel.example"),
        ("Site", "https://koperen-kiel.example"),
        ("BTWNummer", "NL000000005B01"),
        ("KvkNummer", "00000005"),
        ("IBAN", "NL91ABNA0417164300"),
        ("BIC", "ABNANL2A"),
        ("Notitie", "Facturen graag met inkoopnummer.\nAlleen digitaal."));

    public static CardChange Person(string code) => Made(
        code,
        "P",
        ("Bedrijf", "Pleun van der Denkbeeld"),
        ("Geslacht", "m"),
        ("Aanhef", "Geachte heer Van der Denkbeeld"),
        ("Adres", "Luchtkasteellaan 9 hs"),
        ("Postcode", "9994 ZX"),
        ("Plaats", "Nergensloo"),
        ("Land", "Nederland"),
        ("GSM", "+31 6 00000006"),
        ("Email", "p.van.der.denkbeeld@post.example"));

    public static CardChange BelgianCompany(string code) => Company(
        code,
        ("Bedrijf", "Chocolaterie De Gulden Boon BV"),
        ("Contactpersoon", "Boekhouding"),
        ("Adres", "Denkbeeldige Steenweg 118 bus 3"),
        ("Postcode", "0999"),
        ("Plaats", "Nergensbeke"),
        ("Land", "België"),
        ("Telefoon", "+32 2 000 00 07"),
        ("Email", "boekhouding@gulden-boon.example"),
        ("BTWNummer", "BE0123456749"),
        ("IBAN", "BE68539007547034"));

    public static CardChange GermanCompany(string code) => Company(
        code,
        ("Bedrijf", "Müßiggang & Söhne Maschinenbau GmbH"),
        ("Contactpersoon", "Buchhaltung"),
        ("Adres", "Luftschloßstraße 7"),
        ("Postcode", "00999"),
        ("Plaats", "Nirgendwo"),
        ("Land", "Duitsland"),
        ("Telefoon", "+49 30 0000008"),
        ("Email", "rechnung@muessiggang.example"),
        ("BTWNummer", "DE123456788"),
        ("IBAN", "DE89370400440532013000"));

    /// <summary>What fits of a relation whose every text is as long as the contract allows, without what would be useless when cut.</summary>
    public static CardChange AtItsLimits(string code, JsonNode sent)
    {
        var said = sent["data"]!["relation"]!;
        return Company(
            code,
            ("Bedrijf", Beginning("name", 100)),
            ("Contactpersoon", Beginning("contactPerson", 50)),
            ("Geslacht", "v"),
            ("Aanhef", Beginning("salutation", 50)),
            ("Adres", Part("visitingAddress", "street", 150)),
            ("Postcode", Part("visitingAddress", "postalCode", 50)),
            ("Plaats", Part("visitingAddress", "city", 50)),
            ("Land", Part("visitingAddress", "country", 50)),
            ("Adres2", Part("invoiceAddress", "street", 150)),
            ("Postcode2", Part("invoiceAddress", "postalCode", 50)),
            ("Plaats2", Part("invoiceAddress", "city", 50)),
            ("Land2", Part("invoiceAddress", "country", 50)),
            ("Notitie", Beginning("note", 4000)));

        string Beginning(string name, int length) => Cut(said[name]!, length);
        string Part(string address, string name, int length) => Cut(said[address]![name]!, length);
        static string Cut(JsonNode text, int length) => text.GetValue<string>()[..length].TrimEnd();
    }

    /// <summary>As somebody put it there.</summary>
    public static CardChange Stranger(string code) => CardChange.New(
        code, ("BP", "B"), ("Bedrijf", "Smederij Het Verre Aambeeld"), ("Plaats", "Voorbeelddam"), ("KvkNummer", "00000010"));

    public static CardChange Twin(string code) => Company(
        code, ("Bedrijf", "Drukkerij De Natte Inkt"), ("Plaats", "Nergensloo"), ("KvkNummer", "00000009"));

    private static CardChange Company(string code, params (string, string)[] fields) => Made(code, "B", fields);

    /// <summary>As the link makes it: no member administration (LA).</summary>
    private static CardChange Made(string code, string kind, params (string, string)[] fields) =>
        CardChange.New(code, [("BP", kind), ("LA", "0"), .. fields]);
}
