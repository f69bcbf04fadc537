using System.Text;

namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>
/// What the service says of a refusal: ErrorMsg of the SOAP API, the error body of the REST API. On success SOAP leaves it out, or empty, or with empty
/// children: what counts is whether the code is blank. Source: manual Soap 5.5 §6 and 7.
/// </summary>
/// <param name="Code">In the one spelling used inside: without dots, upper case (the manual prints E002.3, clients saw E0023).</param>
/// <param name="Text">The service's words, one line of at most 300 characters; null when there are none.</param>
internal sealed record ServiceError(string Code, string? Text)
{
    private const int MaxText = 300;
    private const int MaxCode = 50;

    public static ServiceError None { get; } = new("", null);

    public bool HasCode => Code.Length > 0;

    public static ServiceError Of(string code, string description)
    {
        var spelled = OneLine(code).Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();
        var text = OneLine(description);
        return new(CleanText.Cut(spelled, MaxCode), text.Length > 0 ? CleanText.Cut(text, MaxText) : null);
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsControl(character))
            {
                line.Append(character);
            }
            else if (char.IsWhiteSpace(character))
            {
                line.Append(' ');
            }
        }

        return line.ToString().Trim();
    }
}
