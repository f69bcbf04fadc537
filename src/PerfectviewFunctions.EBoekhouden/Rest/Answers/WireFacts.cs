using System.Globalization;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Answers;

/// <summary>Facts of answers that can't be missing. An item that lacks one spoils the whole answer: whoever asks concludes from what is not in it.</summary>
internal static class WireFacts
{
    /// <exception cref="UnreadableAnswerException">There is none above zero.</exception>
    public static long Id(long? id, string of) => id is > 0 ? id.Value : throw new UnreadableAnswerException($"no id of a {of}");

    /// <exception cref="UnreadableAnswerException">It is missing.</exception>
    public static string Text(string? text, string of) => text ?? throw new UnreadableAnswerException($"no {of}");

    /// <summary>In euros, rounded to cents.</summary>
    /// <exception cref="UnreadableAnswerException">It is missing, or none that books hold.</exception>
    public static decimal Amount(decimal? amount, string of) =>
        amount is { } told && WireEuros.Of(told) is { } euros ? euros : throw new UnreadableAnswerException($"no {of}");

    /// <summary>A date, or the date of a moment as it stands there.</summary>
    /// <exception cref="UnreadableAnswerException">It is none.</exception>
    public static DateOnly Date(string? text, string of) =>
        text is { Length: >= 10 } && (text.Length == 10 || text[10] == 'T')
        && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new UnreadableAnswerException($"no date of a {of}");
}
