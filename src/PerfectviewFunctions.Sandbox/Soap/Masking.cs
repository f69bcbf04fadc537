using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Takes codes and session ids out of what is kept for people to read.</summary>
internal static partial class Masking
{
    private const string Mask = "***";

    // A list of thousands is megabytes, and a thousand calls are kept.
    private const int Kept = 20_000;

    private static readonly HashSet<string> Masked = ["SecurityCode1", "SecurityCode2", "SessionID", "Guid"];

    public static string Of(XElement envelope)
    {
        var copy = new XElement(envelope);
        foreach (var element in copy.Descendants().Where(element => Masked.Contains(element.Name.LocalName) && element.Value.Length > 0).ToList())
        {
            element.Value = Mask;
        }

        return copy.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>An answer of ours, the beginning of it when it is long. Its elements have no prefix, and no attributes.</summary>
    public static string Of(string answer)
    {
        var beginning = answer.Length <= Kept ? answer : answer[..Kept];
        var rest = answer.Length - beginning.Length;
        return Values().Replace(beginning, "${start}" + Mask)
            + (rest == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"… and {rest} characters more"));
    }

    [GeneratedRegex("(?<start><(SecurityCode1|SecurityCode2|SessionID|Guid)>)[^<]+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Values();
}
