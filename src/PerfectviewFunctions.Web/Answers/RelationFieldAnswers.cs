using System.Text.Json;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>That something of a field does not stand in the books as Perfectview has it, and why.</summary>
/// <param name="Kept">What stands there of it; absent when it was left out.</param>
internal sealed record NotCarriedOverAnswer(string Field, string Sent, string? Kept, string Nl, string En)
{
    public static NotCarriedOverAnswer Of(FieldNote note)
    {
        var (nl, en) = NoteText.Of(note);
        return new(FieldWord.Of(note.Field), note.Sent, note.Kept, nl, en);
    }
}

/// <summary>What somebody had put into the books and Perfectview, which leads, replaced.</summary>
internal sealed record OverwrittenAnswer(string Field, string Old, string New, DateTimeOffset At)
{
    public static OverwrittenAnswer Of(Overwritten lost) => new(FieldWord.Of(lost.Field), lost.Old, lost.New, lost.At);
}

/// <summary>The name of a field in the webhook contract.</summary>
internal static class FieldWord
{
    public static string Of(RelationField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());
}
