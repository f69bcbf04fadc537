using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>
/// Makes credentials of a token that somebody copied. e-Boekhouden nowhere says what a token looks like, so it is only freed of what pasting puts around it.
/// </summary>
internal static class TokenForm
{
    public const string Pointer = "/token";

    private const int Most = 500;

    public static CredentialFormResult Read(string pasted)
    {
        var token = Pasted.Unwrap(pasted);
        if (FaultOf(token) is { } fault)
        {
            return new CredentialFormResult.Faulty([fault]);
        }

        IReadOnlyList<FormNote> notes = token == pasted
            ? []
            : [new FormNote("De spaties en tekens rond het token zijn weggelaten.", "The spaces and signs around the token were left out.")];
        return new CredentialFormResult.Read(new BookkeepingCredentials.Rest(token), notes, HintsOn(token));
    }

    private static FieldFault? FaultOf(string token)
    {
        if (token.Length == 0)
        {
            return new FieldFault(Pointer, "Vul het token in.", "Enter the token.");
        }

        if (token.Length > Most)
        {
            var count = token.Length.ToString(CultureInfo.InvariantCulture);
            return new FieldFault(
                Pointer,
                $"Het token heeft {count} tekens; meer dan {Most} heeft geen token. Controleer of er niet iets anders bij geplakt is.",
                $"The token has {count} characters; no token has more than {Most}. Check that nothing else was pasted with it.");
        }

        if (token.Any(char.IsWhiteSpace))
        {
            return new FieldFault(
                Pointer,
                "In het token staat een spatie. Controleer of er niet iets anders bij geplakt is.",
                "The token holds a space. Check that nothing else was pasted with it.");
        }

        return token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? new FieldFault(
                Pointer,
                "In het token staan tekens die er niet in horen. Kopieer het opnieuw uit e-Boekhouden.",
                "The token holds characters that do not belong there. Copy it from e-Boekhouden again.")
            : null;
    }

    /// <summary>A token may look like that too, so it is a hint and no fault.</summary>
    private static IReadOnlyList<FormNote> HintsOn(string token)
    {
        if (!Pasted.Is32Hex(Pasted.WithoutDashes(token.Trim('{', '}', '(', ')'))))
        {
            return [];
        }

        var code = Pasted.HasDash(token) ? "2" : "1";
        return
        [
            new FormNote(
                $"Dit lijkt op een beveiligingscode; vul die bij Beveiligingscode {code} in, met de gebruikersnaam en de andere code.",
                $"This looks like a security code; enter it under Security code {code}, with the user name and the other code."),
        ];
    }
}
