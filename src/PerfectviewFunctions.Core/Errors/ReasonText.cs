using System.Text.RegularExpressions;

namespace PerfectviewFunctions.Core.Errors;

/// <summary>Puts a reason into words by the error table.</summary>
public static partial class ReasonText
{
    private const string Missing = "?";

    /// <summary>
    /// The entry of the reason's code with the placeholders filled; a value that is missing or empty shows as "?". A code that the table
    /// lacks is told as <see cref="ReasonCode.UnknownRefusal"/>, with that code and the service's words if the reason has them as {text}.
    /// </summary>
    public static RenderedReason Render(Reason reason)
    {
        if (ErrorTable.Find(reason.Code) is { } known)
        {
            return Fill(known, reason.Values);
        }

        var text = reason.Values.GetValueOrDefault("text", Missing);
        var unknown = Reason.Of(ReasonCode.UnknownRefusal, ("code", reason.Code), ("text", text));
        return Fill(ErrorTable.Find(unknown.Code)!, unknown.Values);
    }

    private static RenderedReason Fill(ErrorEntry entry, IReadOnlyDictionary<string, string> values)
    {
        return new RenderedReason(
            entry.Code, entry.Class, Filled(entry.Nl), Filled(entry.En), Filled(entry.ActionNl), Filled(entry.ActionEn));

        // One pass over the sentence: a value with braces is text, never a placeholder.
        string Filled(string sentence) => Placeholder().Replace(
            sentence, match => values.GetValueOrDefault(match.Groups["name"].Value) is { Length: > 0 } value ? value : Missing);
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Placeholder();
}
