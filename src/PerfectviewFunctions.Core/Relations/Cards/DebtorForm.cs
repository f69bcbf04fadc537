using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>Makes of Perfectview's debtor what the books take (lengths: manual v5.5 of the SOAP API, AddRelatie and UpdateRelatie).</summary>
internal static class DebtorForm
{
    /// <param name="code">The code of the debtor in the books, which this neither makes nor judges.</param>
    public static FormedCard ToCard(DebtorDetails debtor, string code, PersonNameFormat personNames)
    {
        var (clean, cleaned) = DebtorCleaning.Clean(debtor);
        var cuts = new Dictionary<RelationField, FieldNote>();
        var (postalField, postal) = clean.InvoiceAddress is { } invoice
            ? (RelationField.InvoiceAddress, invoice)
            : (RelationField.PostalAddress, clean.PostalAddress);
        var (visitingField, visiting) = clean.VisitingAddress is { } own ? (RelationField.VisitingAddress, own) : (postalField, postal);
        var nameField = clean.IsPerson ? RelationField.LastName : RelationField.Name;
        var card = new DebtorCard(code, clean.IsPerson, Fit(nameField, DebtorName.Of(clean, personNames), 100))
        {
            // What the update takes: the 150 of a new relation would be cut at its first change.
            ContactPerson = clean.IsPerson ? "" : Fit(RelationField.ContactPerson, clean.ContactPerson, 50),
            Gender = clean.Gender ?? "",
            Salutation = Fit(RelationField.Salutation, clean.Salutation, 50),
            VisitingAddress = FitAddress(visitingField, visiting),
            PostalAddress = FitAddress(postalField, postal),
            Phone = clean.Phone ?? "",
            MobilePhone = clean.MobilePhone ?? "",
            Email = clean.InvoiceEmail ?? clean.Email ?? "",
            Website = clean.Website ?? "",
            VatNumber = clean.VatNumber ?? "",
            ChamberOfCommerceNumber = clean.ChamberOfCommerceNumber ?? "",
            Iban = clean.Iban ?? "",
            Bic = clean.Bic ?? "",
            Note = clean.Note ?? "",
        };
        return new FormedCard(card, [.. cleaned.Where(note => IsUsed(note.Field, clean) && !cuts.ContainsKey(note.Field)), .. cuts.Values]);

        string Fit(RelationField field, string? text, int length)
        {
            var fitting = Words.Cut(text ?? "", length);
            if (fitting != (text ?? ""))
            {
                cuts[field] = FieldNote.Of(field, text!, fitting, NoteReason.TooLong);
            }

            return fitting;
        }

        DebtorAddress FitAddress(RelationField field, AddressDetails? address)
        {
            if (address is null)
            {
                return DebtorAddress.None;
            }

            var whole = new DebtorAddress(
                AddressLine.StreetOf(address), address.PostalCode ?? "", address.City ?? "", address.Country ?? "");
            var fitting = new DebtorAddress(
                Words.Cut(whole.Street, 150), Words.Cut(whole.PostalCode, 50), Words.Cut(whole.City, 50), Words.Cut(whole.Country, 50));
            if (fitting != whole)
            {
                cuts[field] = FieldNote.Of(field, AddressLine.Of(whole), AddressLine.Of(fitting), NoteReason.TooLong);
            }

            return fitting;
        }
    }

    /// <summary>Whether a field has a place on the card. One that could not be used has: its place is empty, or another took it.</summary>
    private static bool IsUsed(RelationField field, DebtorDetails clean) => field switch
    {
        RelationField.Name or RelationField.ContactPerson => !clean.IsPerson,
        RelationField.Initials or RelationField.FirstName or RelationField.MiddleName or RelationField.LastName => clean.IsPerson,
        RelationField.PostalAddress => clean.InvoiceAddress is null,
        RelationField.Email => clean.InvoiceEmail is null,
        _ => true,
    };
}

/// <summary>A card within the lengths and forms of the books.</summary>
/// <param name="Notes">What of the debtor does not stand on it as Perfectview has it; at most one for each field.</param>
internal sealed record FormedCard(DebtorCard Card, IReadOnlyList<FieldNote> Notes);
