using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>That something of a field does not stand in the books as Perfectview has it.</summary>
/// <param name="Sent">As Perfectview sent it, control characters made visible, shortened to at most 200 characters.</param>
/// <param name="Kept">What is kept of it, shortened too; null when it is left out.</param>
/// <param name="Why">Which rule it broke.</param>
public sealed record FieldNote(RelationField Field, string Sent, string? Kept, NoteReason Why)
{
    private const int ShownLength = 200;

    internal static FieldNote Of(RelationField field, string sent, string? kept, NoteReason why) =>
        new(field, Shown(CleanText.Visible(sent)), kept is null ? null : Shown(kept), why);

    private static string Shown(string text) => text.Length <= ShownLength ? text : Words.Cut(text, ShownLength - 1) + "…";
}

/// <summary>The rule for which something was cut or left out. Each has a sentence of its own where it is shown.</summary>
public enum NoteReason
{
    /// <summary>Longer than the books take: the beginning is kept.</summary>
    TooLong,

    /// <summary>Longer than the books take, and useless when cut (an e-mail address, a phone number): left out.</summary>
    TooLongToCut,

    /// <summary>Not eight digits.</summary>
    NotAChamberOfCommerceNumber,

    /// <summary>Wrong length for its country, or its checksum does not hold.</summary>
    NotAnIban,

    /// <summary>Neither 8 nor 11 letters and digits in the form of a BIC.</summary>
    NotABic,

    /// <summary>Not in the form of its country.</summary>
    NotAVatNumber,

    /// <summary>Neither m nor v.</summary>
    NotAGender,

    /// <summary>No e-mail address.</summary>
    NotAnEmailAddress,

    /// <summary>Several e-mail addresses: the first is kept.</summary>
    OneOfSeveral,

    /// <summary>Control characters, which the books can't hold: kept without them.</summary>
    ControlCharacters,
}
