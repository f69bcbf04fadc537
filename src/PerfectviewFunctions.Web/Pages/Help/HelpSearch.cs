using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Web.Pages.Help;

/// <summary>Finds what has all the words that were searched for; also the message that somebody copied, with its values filled in.</summary>
internal sealed class HelpSearch(string text)
{
    private readonly string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public string Text => text;

    public bool Finds(HelpQuestion question) => HasWords(question.Question + " " + question.Answer);

    public bool Finds(HelpMessage message) =>
        HasWords($"{message.Code} {Blanks.In(message.What)} {Blanks.In(message.Do)}")
        || ErrorTable.Find(text)?.Code == message.Code
        || IsFilled(message.What);

    private bool HasWords(string found) => words.All(word => found.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the parts of the sentence between its placeholders stand in the text, in their order.</summary>
    private bool IsFilled(string sentence)
    {
        var at = 0;
        foreach (var part in Blanks.PartsOf(sentence))
        {
            var found = text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return true;
    }
}
