namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>Addresses of sites within the 50 characters of the books. One that fits stays as it was typed.</summary>
internal static class Website
{
    private const int MaxLength = 50;

    /// <summary>A longer one goes without its scheme and last slash, which loses nothing, then without what is asked of the page.</summary>
    public static Judged Judge(string text)
    {
        if (text.Length <= MaxLength)
        {
            return Judged.Good(text);
        }

        var start = text.IndexOf("://", StringComparison.Ordinal);
        var hasScheme = start > 0 && text[..start].All(char.IsAsciiLetter);
        var whole = (hasScheme ? text[(start + 3)..] : text).TrimEnd('/', ' ');
        var query = whole.IndexOfAny(['?', '#']);
        var page = (query < 0 ? whole : whole[..query]).TrimEnd('/', ' ');
        return whole.Length <= MaxLength && whole.Length > 0 ? Judged.Good(whole)
            : page.Length <= MaxLength && page.Length > 0 ? new Judged(page, NoteReason.TooLong)
            : Judged.LeftOut(NoteReason.TooLongToCut);
    }
}
