using System.Collections.Frozen;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>Puts into words what of a field does not stand in the books: which field, by which rule, and what became of it.</summary>
public static class NoteText
{
    private static readonly FrozenDictionary<NoteReason, (string Nl, string En)> Rules = new Dictionary<NoteReason, (string, string)>
    {
        [NoteReason.TooLong] = (
            "langer dan e-Boekhouden toestaat, dus ingekort",
            "longer than e-Boekhouden allows, so shortened"),
        [NoteReason.TooLongToCut] = (
            "langer dan e-Boekhouden toestaat, en ingekort onbruikbaar",
            "longer than e-Boekhouden allows, and of no use when shortened"),
        [NoteReason.NotAChamberOfCommerceNumber] = (
            "een KvK-nummer heeft acht cijfers",
            "a Chamber of Commerce number has eight digits"),
        [NoteReason.NotAnIban] = (
            "geen geldig IBAN, want de lengte past niet bij het land of de controlecijfers kloppen niet",
            "not a valid IBAN, since its length does not fit the country or its check digits are wrong"),
        [NoteReason.NotABic] = (
            "geen geldige BIC, want die heeft 8 of 11 tekens met op plaats 5 en 6 het land",
            "not a valid BIC, which has 8 or 11 characters with the country as the 5th and 6th"),
        [NoteReason.NotAVatNumber] = (
            "geen btw-nummer in de vorm van zijn land",
            "not a VAT number in the form of its country"),
        [NoteReason.NotAGender] = (
            "e-Boekhouden kent alleen m en v",
            "e-Boekhouden knows only m and v"),
        [NoteReason.NotAnEmailAddress] = (
            "geen geldig e-mailadres",
            "not a valid e-mail address"),
        [NoteReason.OneOfSeveral] = (
            "meer dan een adres, terwijl e-Boekhouden er een kan bewaren",
            "more than one address, while e-Boekhouden can hold one"),
        [NoteReason.ControlCharacters] = (
            "onzichtbare stuurtekens, die e-Boekhouden niet kan bewaren",
            "invisible control characters, which e-Boekhouden can't hold"),
    }.ToFrozenDictionary();

    public static (string Nl, string En) Of(FieldNote note)
    {
        var (field, rule) = (FieldName.Of(note.Field), Rules[note.Why]);
        return note.Kept is null
            ? ($"{Capital(field.Nl)}: {rule.Nl}. Niet overgenomen: \"{note.Sent}\".",
                $"{Capital(field.En)}: {rule.En}. Left out: \"{note.Sent}\".")
            : ($"{Capital(field.Nl)}: {rule.Nl}. Overgenomen: \"{note.Kept}\". Verstuurd was: \"{note.Sent}\".",
                $"{Capital(field.En)}: {rule.En}. Kept: \"{note.Kept}\". Sent was: \"{note.Sent}\".");
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
