using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Web.Pages.Languages;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>What Perfectview said last of one field.</summary>
/// <param name="Value">Empty when it cleared the field.</param>
/// <param name="At">When it happened there.</param>
public sealed record SaidField(string Name, string Value, DateTimeOffset At)
{
    internal static IReadOnlyList<SaidField> AllOf(Relation relation, Texts texts)
    {
        var details = relation.Facts.ToDetails(relation.Id);
        return
        [
            .. relation.Facts.Stamps.OrderBy(one => one.Key).Select(one =>
                new SaidField(NameOf(one.Key, texts), ValueOf(one.Key, details, texts), one.Value.OccurredAt)),
        ];
    }

    /// <summary>What people call the field, with a capital.</summary>
    internal static string NameOf(RelationField field, Texts texts)
    {
        var (nl, en) = FieldName.Of(field);
        var name = texts.Of(nl, en);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string ValueOf(RelationField field, DebtorDetails said, Texts texts) => field switch
    {
        RelationField.Type => texts[said.IsPerson ? "relations.person" : "relations.organisation"],
        RelationField.VisitingAddress => TextOf(said.VisitingAddress),
        RelationField.PostalAddress => TextOf(said.PostalAddress),
        RelationField.InvoiceAddress => TextOf(said.InvoiceAddress),
        _ => PlainOf(field, said) ?? "",
    };

    private static string? PlainOf(RelationField field, DebtorDetails said) => field switch
    {
        RelationField.Code => said.Code,
        RelationField.Name => said.Name,
        RelationField.Initials => said.Initials,
        RelationField.FirstName => said.FirstName,
        RelationField.MiddleName => said.MiddleName,
        RelationField.LastName => said.LastName,
        RelationField.ContactPerson => said.ContactPerson,
        RelationField.Gender => said.Gender,
        RelationField.Salutation => said.Salutation,
        RelationField.Phone => said.Phone,
        RelationField.MobilePhone => said.MobilePhone,
        RelationField.Email => said.Email,
        RelationField.InvoiceEmail => said.InvoiceEmail,
        RelationField.Website => said.Website,
        RelationField.VatNumber => said.VatNumber,
        RelationField.ChamberOfCommerceNumber => said.ChamberOfCommerceNumber,
        RelationField.Iban => said.Iban,
        RelationField.Bic => said.Bic,
        RelationField.Note => said.Note,
        _ => throw new InvalidOperationException("A field without a text."),
    };

    private static string TextOf(AddressDetails? address)
    {
        if (address is null)
        {
            return "";
        }

        string[] lines =
        [
            Line(address.Street, address.StreetNumber, address.StreetSuffix), Line(address.PostalCode, address.City), Line(address.Country),
        ];
        return string.Join(", ", lines.Where(line => line.Length > 0));
    }

    private static string Line(params string?[] parts) => string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}
