using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>
/// Puts what Perfectview says of a debtor into the forms of the books. Each field by itself, so that it comes out the same in whatever event it
/// stands; clean details stay as they are. Only what is useless when cut is held to its length here.
/// </summary>
internal static class DebtorCleaning
{
    private const int PhoneLength = 50;

    public static CleanDebtor Clean(DebtorDetails said)
    {
        var notes = new List<FieldNote>();
        var details = said with
        {
            Code = Line(RelationField.Code, said.Code),
            Name = Line(RelationField.Name, said.Name),
            Initials = Line(RelationField.Initials, said.Initials),
            FirstName = Line(RelationField.FirstName, said.FirstName),
            MiddleName = Line(RelationField.MiddleName, said.MiddleName),
            LastName = Line(RelationField.LastName, said.LastName),
            ContactPerson = Line(RelationField.ContactPerson, said.ContactPerson),
            Gender = Line(RelationField.Gender, said.Gender, Gender),
            Salutation = Line(RelationField.Salutation, said.Salutation),
            VisitingAddress = Address(RelationField.VisitingAddress, said.VisitingAddress),
            PostalAddress = Address(RelationField.PostalAddress, said.PostalAddress),
            InvoiceAddress = Address(RelationField.InvoiceAddress, said.InvoiceAddress),
            Phone = Line(RelationField.Phone, said.Phone, Phone),
            MobilePhone = Line(RelationField.MobilePhone, said.MobilePhone, Phone),
            Email = Line(RelationField.Email, said.Email, EmailAddress.Judge),
            InvoiceEmail = Line(RelationField.InvoiceEmail, said.InvoiceEmail, EmailAddress.Judge),
            Website = Line(RelationField.Website, said.Website, Website.Judge),
            VatNumber = Line(RelationField.VatNumber, said.VatNumber, VatNumber.Judge),
            ChamberOfCommerceNumber = Line(
                RelationField.ChamberOfCommerceNumber, said.ChamberOfCommerceNumber, ChamberOfCommerceNumber.Judge),
            Iban = Line(RelationField.Iban, said.Iban, Iban.Judge),
            Bic = Line(RelationField.Bic, said.Bic, Bic.Judge),
            Note = Text(RelationField.Note, said.Note, CleanText.Lines(said.Note), Judged.Good),
        };
        return new CleanDebtor(details, notes);

        string? Line(RelationField field, string? text, Func<string, Judged>? form = null) =>
            Text(field, text, CleanText.Line(text), form ?? Judged.Good);

        string? Text(RelationField field, string? text, CleanText clean, Func<string, Judged> form)
        {
            var judged = clean.Text is null ? default : form(clean.Text);
            if ((judged.Why ?? (clean.LostCharacters ? NoteReason.ControlCharacters : null)) is { } why)
            {
                notes.Add(FieldNote.Of(field, text!, judged.Value, why));
            }

            return judged.Value;
        }

        AddressDetails? Address(RelationField field, AddressDetails? address)
        {
            if (address is null)
            {
                return null;
            }

            var lostCharacters = false;
            var clean = new AddressDetails(
                Part(address.Street),
                Part(address.StreetNumber),
                Part(address.StreetSuffix),
                Part(address.PostalCode),
                Part(address.City),
                Part(address.Country));
            var line = AddressLine.Of(clean);
            var kept = line.Length > 0 ? clean : null;
            if (lostCharacters)
            {
                notes.Add(FieldNote.Of(field, AddressLine.Of(Visible(address)), kept is null ? null : line, NoteReason.ControlCharacters));
            }

            return kept;

            string? Part(string? text)
            {
                var part = CleanText.Line(text);
                lostCharacters |= part.LostCharacters;
                return part.Text;
            }
        }
    }

    private static Judged Gender(string text) =>
        Judged.ValidOr(NoteReason.NotAGender, text switch { "m" or "M" => "m", "v" or "V" => "v", _ => null });

    private static Judged Phone(string text) =>
        text.Length <= PhoneLength ? Judged.Good(text) : Judged.LeftOut(NoteReason.TooLongToCut);

    private static AddressDetails Visible(AddressDetails address) => new(
        Visible(address.Street),
        Visible(address.StreetNumber),
        Visible(address.StreetSuffix),
        Visible(address.PostalCode),
        Visible(address.City),
        Visible(address.Country));

    private static string? Visible(string? text) => text is null ? null : CleanText.Visible(text);
}

/// <summary>Details in which every value can be used.</summary>
/// <param name="Notes">What could not be used, or not as it was; at most one for each field.</param>
internal sealed record CleanDebtor(DebtorDetails Details, IReadOnlyList<FieldNote> Notes);
