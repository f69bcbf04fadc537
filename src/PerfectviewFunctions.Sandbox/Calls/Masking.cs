using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Takes codes, tokens and session ids out of what is kept for people to read.</summary>
internal static partial class Masking
{
    public const string Mask = "***";

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

    /// <summary>An answer of ours or a JSON body, the beginning of it when it is long. Our elements have no prefix, and no attributes.</summary>
    public static string Of(string text)
    {
        var beginning = text.Length <= Kept ? text : text[..Kept];
        var rest = text.Length - beginning.Length;
        return JsonValues().Replace(Values().Replace(beginning, "${start}" + Mask), "${start}" + Mask)
            + (rest == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"… and {rest} characters more"));
    }

    [GeneratedRegex("(?<start><(SecurityCode1|SecurityCode2|SessionID|Guid)>)[^<]+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Values();

    [GeneratedRegex(
        """(?<start>"(accessToken|token|guid)"\s*:\s*")[^"]+""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex JsonValues();
}
