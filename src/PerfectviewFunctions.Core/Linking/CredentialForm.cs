using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>
/// Makes credentials of what somebody copied from e-Boekhouden. Repairs what pasting does to text; refuses only what certainly can't be
/// right. Nothing it says repeats a value.
/// </summary>
public static class CredentialForm
{
    private const string TokenHintNl = " Dit lijkt op een API-token; plak het bij Token.";
    private const string TokenHintEn = " This looks like an API token; paste it under Token.";

    private const int MostOfUserName = 55;
    private const int MostOfCode1 = 50;

    /// <summary>Reads a user name with both security codes, or a token.</summary>
    public static CredentialFormResult Read(string? userName, string? securityCode1, string? securityCode2, string? token = null)
    {
        if (IsBlank(token))
        {
            return ReadCodes(userName ?? "", securityCode1 ?? "", securityCode2 ?? "");
        }

        return IsBlank(userName) && IsBlank(securityCode1) && IsBlank(securityCode2)
            ? TokenForm.Read(token!)
            : new CredentialFormResult.Faulty(
            [
                new FieldFault(
                    TokenForm.Pointer,
                    "Kies een van beide: het token, of de gebruikersnaam met beveiligingscode 1 en 2. Laat de andere velden leeg.",
                    "Choose one of the two: the token, or the user name with security codes 1 and 2. Leave the other fields empty."),
            ]);
    }

    private static CredentialFormResult ReadCodes(string userName, string securityCode1, string securityCode2)
    {
        var (faults, notes, hints) = (new List<FieldFault>(), new List<FormNote>(), new List<FormNote>());
        var user = ReadUserName(userName, faults, notes);
        var code1 = ReadCode1(securityCode1, faults, notes, hints);
        var swapped = LookSwapped(securityCode1, securityCode2);
        var code2 = ReadCode2(securityCode2, swapped, faults, notes);
        if (swapped)
        {
            hints.Add(new FormNote(
                "Misschien zijn beveiligingscode 1 en 2 verwisseld: code 2 is de langere, met streepjes.",
                "Perhaps security codes 1 and 2 are swapped: code 2 is the longer one, with dashes."));
        }

        return faults.Count > 0
            ? new CredentialFormResult.Faulty(faults)
            : new CredentialFormResult.Read(new BookkeepingCredentials.Soap(user, code1, code2), notes, hints);
    }

    private static string ReadUserName(string pasted, List<FieldFault> faults, List<FormNote> notes)
    {
        const string pointer = "/userName";
        var text = Pasted.Trim(pasted);
        if (text.Length == 0)
        {
            faults.Add(new FieldFault(pointer, "Vul de gebruikersnaam in.", "Enter the user name."));
        }
        else if (text.Length > MostOfUserName)
        {
            faults.Add(new FieldFault(
                pointer,
                $"De gebruikersnaam heeft {Count(text)} tekens; e-Boekhouden kent er hooguit {MostOfUserName}. Controleer of er niet iets anders bij geplakt is."
                    + (LooksLikeToken(text) ? TokenHintNl : ""),
                $"The user name has {Count(text)} characters; e-Boekhouden knows at most {MostOfUserName}. Check that nothing else was pasted with it."
                    + (LooksLikeToken(text) ? TokenHintEn : "")));
        }
        else if (text.Any(IsUnsendable))
        {
            faults.Add(new FieldFault(
                pointer,
                "In de gebruikersnaam staat een teken dat niet zichtbaar is, zoals een tab of een nieuwe regel. Typ de naam over.",
                "The user name holds a character that can't be seen, such as a tab or a line end. Type the name instead."));
        }
        else if (text != pasted)
        {
            notes.Add(new FormNote("De spaties rond de gebruikersnaam zijn weggelaten.", "The spaces around the user name were left out."));
        }

        return text;
    }

    /// <summary>That it has 32 hexadecimal characters is known from clients only, so another form is a hint and no fault.</summary>
    private static string ReadCode1(string pasted, List<FieldFault> faults, List<FormNote> notes, List<FormNote> hints)
    {
        const string pointer = "/securityCode1";
        var squeezed = Pasted.Squeeze(pasted);
        var plain = Pasted.WithoutDashes(squeezed);
        var text = Pasted.Is32Hex(plain) ? plain : squeezed;
        if (text.Length == 0)
        {
            faults.Add(new FieldFault(pointer, "Vul beveiligingscode 1 in.", "Enter security code 1."));
        }
        else if (text.Length > MostOfCode1)
        {
            faults.Add(new FieldFault(
                pointer,
                $"Beveiligingscode 1 heeft {Count(text)} tekens; e-Boekhouden kent er hooguit {MostOfCode1}. Controleer of er niet iets anders bij geplakt is."
                    + (LooksLikeToken(text) ? TokenHintNl : ""),
                $"Security code 1 has {Count(text)} characters; e-Boekhouden knows at most {MostOfCode1}. Check that nothing else was pasted with it."
                    + (LooksLikeToken(text) ? TokenHintEn : "")));
        }
        else if (text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            faults.Add(new FieldFault(
                pointer,
                "In beveiligingscode 1 staan tekens die er niet in horen; zij heeft alleen gewone letters en cijfers. Kopieer haar opnieuw uit e-Boekhouden.",
                "Security code 1 holds characters that do not belong there; it has ordinary letters and digits only. Copy it from e-Boekhouden again."));
        }
        else
        {
            AddRepaired(pasted, text, "1", notes);
            if (!Pasted.Is32Hex(text))
            {
                hints.Add(HintOnCode1(text));
            }
        }

        return text;
    }

    private static FormNote HintOnCode1(string text) => text.Length == 32
        ? new FormNote(
            "Beveiligingscode 1 bestaat meestal uit de tekens 0-9 en a-f; in deze staan ook andere.",
            "Security code 1 usually has the characters 0-9 and a-f; this one has others too.")
        : new FormNote(
            $"Beveiligingscode 1 heeft meestal 32 tekens (0-9 en a-f); deze heeft er {Count(text)}." + (LooksLikeToken(text) ? TokenHintNl : ""),
            $"Security code 1 usually has 32 characters (0-9 and a-f); this one has {Count(text)}." + (LooksLikeToken(text) ? TokenHintEn : ""));

    private static string ReadCode2(string pasted, bool swapped, List<FieldFault> faults, List<FormNote> notes)
    {
        const string pointer = "/securityCode2";
        var hex = Pasted.WithoutDashes(Unwrapped(Pasted.Squeeze(pasted)));
        if (hex.Length == 0)
        {
            faults.Add(new FieldFault(pointer, "Vul beveiligingscode 2 in.", "Enter security code 2."));
            return "";
        }

        if (!Pasted.Is32Hex(hex))
        {
            faults.Add(new FieldFault(
                pointer,
                "Dit is geen beveiligingscode 2: die heeft 32 tekens (0-9 en a-f) in vijf groepen met streepjes ertussen."
                    + (swapped ? " Misschien zijn beveiligingscode 1 en 2 verwisseld." : LooksLikeToken(hex) ? TokenHintNl : ""),
                "This is no security code 2: that has 32 characters (0-9 and a-f) in five groups with dashes between."
                    + (swapped ? " Perhaps security codes 1 and 2 are swapped." : LooksLikeToken(hex) ? TokenHintEn : "")));
            return "";
        }

        // Its letters stay as they were copied: only the form is made the usual one.
        var text = $"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}";
        AddRepaired(pasted, text, "2", notes);
        return text;
    }

    /// <summary>One long word with letters that no security code has.</summary>
    private static bool LooksLikeToken(string text) =>
        text.Length > 32 && !text.AsSpan().ContainsAnyExceptInRange('!', '~') && text.Any(c => char.IsAsciiLetter(c) && !char.IsAsciiHexDigit(c));

    private static bool IsBlank(string? text) => Pasted.Trim(text ?? "").Length == 0;

    private static string Unwrapped(string text) =>
        text is ['{', .. var inner, '}'] ? inner : text is ['(', .. var inner2, ')'] ? inner2 : text;

    /// <summary>The codes look alike but for the dashes of the second.</summary>
    private static bool LookSwapped(string code1, string code2) =>
        Pasted.HasDash(code1) && Pasted.Is32Hex(Pasted.WithoutDashes(Unwrapped(Pasted.Squeeze(code1)))) && !Pasted.HasDash(code2);

    private static void AddRepaired(string pasted, string text, string code, List<FormNote> notes)
    {
        if (text != pasted)
        {
            notes.Add(new FormNote(
                $"Beveiligingscode {code} is in de gewone vorm gezet: zonder spaties en tekens eromheen.",
                $"Security code {code} was put in its usual form: without spaces and signs around it."));
        }
    }

    private static bool IsUnsendable(char c) => char.IsControl(c) || c is '\uFFFE' or '\uFFFF';

    private static string Count(string text) => text.Length.ToString(CultureInfo.InvariantCulture);
}
