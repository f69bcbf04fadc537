using System.Globalization;
using System.Xml;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>AddRelatie: manual Soap 5.5 §3.4. Answers the service's own id of the relation.</summary>
internal static class AddRelatie
{
    /// <param name="today">Sent as AddDatum, which the service requires and ignores.</param>
    public static SoapCall<long> Call(SoapSession session, DebtorCard debtor, DateOnly today) => new(
        "AddRelatie",
        ChangesBooks: true,
        writer =>
        {
            writer.Session(session);
            writer.Group("oRel", () => WriteDebtor(writer, debtor, today));
        },
        () => new NumberResult("Rel_ID"));

    private static void WriteDebtor(XmlWriter writer, DebtorCard debtor, DateOnly today)
    {
        writer.Number("ID");
        writer.Date("AddDatum", today);
        writer.Text("Code", debtor.Code);
        writer.Text("Bedrijf", debtor.Name);
        writer.Text("Contactpersoon", debtor.ContactPerson);
        writer.Text("Geslacht", debtor.Gender);
        WriteAddress(writer, debtor.VisitingAddress, suffix: "");
        WriteAddress(writer, debtor.PostalAddress, suffix: "2");
        writer.Text("Telefoon", debtor.Phone);
        writer.Text("GSM", debtor.MobilePhone);
        writer.Text("FAX");
        writer.Text("Email", debtor.Email);
        writer.Text("Site", debtor.Website);
        writer.Text("Notitie", debtor.Note);
        writer.Text("Bankrekening");
        writer.Text("Girorekening");
        writer.Text("BTWNummer", debtor.VatNumber);
        writer.Text("KvkNummer", debtor.ChamberOfCommerceNumber);
        writer.Text("Aanhef", debtor.Salutation);
        writer.Text("IBAN", debtor.Iban);
        writer.Text("BIC", debtor.Bic);
        writer.Text("BP", debtor.IsPerson ? "P" : "B");
        for (var field = 1; field <= 10; field++)
        {
            writer.Text("Def" + field.ToString(CultureInfo.InvariantCulture));
        }

        writer.Text("LA", "0"); // no member administration
        writer.Number("Gb_ID");
        writer.Number("GeenEmail");
        writer.Number("NieuwsbriefgroepenCount");
    }

    private static void WriteAddress(XmlWriter writer, DebtorAddress address, string suffix)
    {
        writer.Text("Adres" + suffix, address.Street);
        writer.Text("Postcode" + suffix, address.PostalCode);
        writer.Text("Plaats" + suffix, address.City);
        writer.Text("Land" + suffix, address.Country);
    }
}
