namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>Numbers of the Dutch Chamber of Commerce (KvK): eight digits, whatever words, dots and spaces stand with them.</summary>
internal static class ChamberOfCommerceNumber
{
    public static Judged Judge(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return Judged.ValidOr(NoteReason.NotAChamberOfCommerceNumber, digits.Length == 8 ? digits : null);
    }
}
