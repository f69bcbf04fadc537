using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>Makes of Perfectview's debtor what the books take (lengths: manual v5.5 of the SOAP API, AddRelatie).</summary>
internal static class DebtorForm
{
    public static FormedCard ToCard(DebtorDetails debtor, string code, PersonNameFormat personNames) =>
        new(new DebtorCard(code, debtor.IsPerson, Words.Cut(DebtorName.Of(debtor, personNames), 100))
        {
            ContactPerson = debtor.IsPerson ? "" : Text(debtor.ContactPerson, 50),
            Gender = debtor.Gender ?? "",
            Salutation = Text(debtor.Salutation, 50),
            VisitingAddress = Address(debtor.VisitingAddress ?? debtor.InvoiceAddress ?? debtor.PostalAddress),
            PostalAddress = Address(debtor.InvoiceAddress ?? debtor.PostalAddress),
            Phone = Text(debtor.Phone, 50),
            MobilePhone = Text(debtor.MobilePhone, 50),
            Email = Text(debtor.InvoiceEmail ?? debtor.Email, 150),
            Website = Text(debtor.Website, 50),
            VatNumber = Words.Cut(Words.Bare(debtor.VatNumber), 50),
            ChamberOfCommerceNumber = Words.Cut(string.Concat((debtor.ChamberOfCommerceNumber ?? "").Where(char.IsAsciiDigit)), 50),
            Iban = Words.Cut(Words.Bare(debtor.Iban), 50),
            Bic = Words.Cut(Words.Bare(debtor.Bic), 20),
            Note = debtor.Note ?? "",
        }, []);

    private static DebtorAddress Address(AddressDetails? address) =>
        address is null
            ? DebtorAddress.None
            : new DebtorAddress(
                Words.Cut(Words.Join(address.Street, address.StreetNumber, address.StreetSuffix), 150),
                Text(address.PostalCode, 50),
                Text(address.City, 50),
                Text(address.Country, 50));

    private static string Text(string? text, int length) => Words.Cut(Words.Join(text), length);
}

/// <summary>A card within the lengths and forms of the books.</summary>
/// <param name="Notes">What of the debtor does not stand on it as Perfectview has it; at most one for each field.</param>
internal sealed record FormedCard(DebtorCard Card, IReadOnlyList<FieldNote> Notes);
