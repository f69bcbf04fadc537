using System.Globalization;
using System.Xml.Linq;

namespace PerfectviewFunctions.Sandbox.Tests.Support;

/// <summary>Elements of requests, complete and in the order of the reference.</summary>
internal static class Wire
{
    public static XElement Invoice(string number = "F2026-001", string relation = "10001", params XElement[] lines) => Mutation(
        "FactuurVerstuurd", "1300", number, relation, lines.Length == 0 ? [Line()] : lines);

    public static XElement PurchaseInvoice(string number = "I-7") => Mutation(
        "FactuurOntvangen", "1600", number, "10001", Line(code: "HOOG_INK_21", account: "4900"));

    public static XElement Payment(string number = "F2026-001", string amount = "121.00") => Mutation(
        "FactuurbetalingOntvangen", "1010", number, "10001", Line(amount, "0.00", amount, "GEEN", "0", "1300"));

    public static XElement PurchasePayment(string number = "I-7", string amount = "121.00") => Mutation(
        "FactuurbetalingVerstuurd", "1010", number, "10001", Line(amount, "0.00", amount, "GEEN", "0", "1600"));

    public static XElement Line(
        string net = "100.00", string vat = "21.00", string gross = "121.00", string code = "HOOG_VERK_21", string percentage = "21",
        string account = "8000") => Element(
            "cMutatieRegel",
            ("BedragInvoer", net), ("BedragExclBTW", net), ("BedragBTW", vat), ("BedragInclBTW", gross),
            ("BTWCode", code), ("BTWPercentage", percentage), ("TegenrekeningCode", account), ("KostenplaatsID", "0"));

    public static XElement Relation(string code = "R1", string name = "Nieuw BV", long id = 0) => Element(
        "oRel",
        ("ID", id.ToString(CultureInfo.InvariantCulture)), ("AddDatum", "2026-03-02"), ("Code", code), ("Bedrijf", name),
        ("Contactpersoon", ""), ("Postcode", ""), ("Plaats", ""), ("Email", ""), ("BP", "B"),
        ("Gb_ID", "0"), ("GeenEmail", "0"), ("NieuwsbriefgroepenCount", "0"));

    /// <summary>Every element of cRelatie, in the order of the reference, with a text of its own in each.</summary>
    public static XElement FullRelation(string code, string name, long id = 0) => Element(
        "oRel",
        ("ID", id.ToString(CultureInfo.InvariantCulture)), ("AddDatum", "1999-12-31T00:00:00"), ("Code", code), ("Bedrijf", name),
        ("Contactpersoon", "A. de Vries"), ("Geslacht", "v"),
        ("Adres", "Dorpsstraat 1"), ("Postcode", "1234 AB"), ("Plaats", "Utrecht"), ("Land", "Nederland"),
        ("Adres2", "Postbus 9"), ("Postcode2", "4321 BA"), ("Plaats2", "Breda"), ("Land2", "België"),
        ("Telefoon", "030-1"), ("GSM", "06-1"), ("FAX", "030-2"), ("Email", "a@example.test"), ("Site", "example.test"),
        ("Notitie", "een\ntwee"), ("Bankrekening", "1234"), ("Girorekening", "567"), ("BTWNummer", "NL1"), ("KvkNummer", "01234567"),
        ("Aanhef", "Geachte mevrouw"), ("IBAN", "NL00TEST"), ("BIC", "TESTNL2A"), ("BP", "P"),
        ("Def1", "a"), ("Def2", "b"), ("Def3", "c"), ("Def4", "d"), ("Def5", "e"),
        ("Def6", "f"), ("Def7", "g"), ("Def8", "h"), ("Def9", "i"), ("Def10", "j"),
        ("LA", "1"), ("Gb_ID", "13"), ("GeenEmail", "1"), ("NieuwsbriefgroepenCount", "2"));

    public static XElement RelationFilter(string word = "", string code = "", string id = "0") =>
        Element("cFilter", ("Trefwoord", word), ("Code", code), ("ID", id));

    public static XElement MutationFilter(
        string invoiceNumber = "", string from = "1980-01-01", string until = "2049-12-31",
        string number = "0", string first = "0", string last = "0") => Element(
            "cFilter",
            ("MutatieNr", number), ("MutatieNrVan", first), ("MutatieNrTm", last), ("Factuurnummer", invoiceNumber),
            ("DatumVan", from), ("DatumTm", until));

    public static XElement Debtors => new(SoapCaller.Tns + "OpSoort", "Debiteuren");

    /// <summary>The same with another text in an element of this name, which may stand deeper; the element goes when the text is null.</summary>
    public static XElement With(this XElement element, string name, string? text)
    {
        var copy = new XElement(element);
        var target = copy.DescendantsAndSelf(SoapCaller.Tns + name).First();
        if (text is null)
        {
            target.Remove();
        }
        else
        {
            target.Value = text;
        }

        return copy;
    }

    private static XElement Mutation(string kind, string account, string number, string relation, params XElement[] lines)
    {
        var mutation = Element(
            "oMut",
            ("MutatieNr", "0"), ("Soort", kind), ("Datum", "2026-01-31"), ("Rekening", account), ("RelatieCode", relation),
            ("Factuurnummer", number), ("Boekstuk", ""), ("Omschrijving", "Levering januari"), ("Betalingstermijn", "14"),
            ("Betalingskenmerk", ""), ("InExBTW", "EX"));
        mutation.Add(new XElement(SoapCaller.Tns + "MutatieRegels", lines));
        return mutation;
    }

    private static XElement Element(string name, params (string Name, string Text)[] fields) =>
        new(SoapCaller.Tns + name, fields.Select(field => new XElement(SoapCaller.Tns + field.Name, field.Text)));
}
