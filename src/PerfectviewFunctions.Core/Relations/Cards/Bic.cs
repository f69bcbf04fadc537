namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>Business identifier codes (ISO 9362): institution, country, place, and for 11 characters the branch.</summary>
internal static class Bic
{
    public static Judged Judge(string text)
    {
        var bare = NumberText.Bare(text);
        return Judged.ValidOr(NoteReason.NotABic, NumberText.Fits(bare, "xxxxllxx") || NumberText.Fits(bare, "xxxxllxxxxx") ? bare : null);
    }
}
