using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>Where changes of payment status may be sent. What is sent is signed, so that the address needs no secret; one in it would be shown to whoever looks.</summary>
internal static class CallbackRule
{
    private const string Pointer = "/callbackAddress";
    private const int MaxLength = 500;

    public static IEnumerable<FieldFault> Check(string? address, SettingsOptions options)
    {
        if (address is null)
        {
            yield break;
        }

        if (address.Length > MaxLength
            || address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '\\')
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Host.Length == 0
            || !HasScheme(address, uri, options))
        {
            yield return new(
                Pointer,
                $"Het terugmeldadres is een volledig adres dat met https:// begint, van hoogstens {MaxLength} tekens. Vul zo'n adres in, of "
                + "laat het leeg.",
                $"The callback address is a complete address that starts with https://, of at most {MaxLength} characters. Enter such an "
                + "address, or leave it empty.");
        }
        else if (address.AsSpan().ContainsAny('?', '#') || address.Split('/')[2].Contains('@', StringComparison.Ordinal))
        {
            yield return new(
                Pointer,
                "Het terugmeldadres heeft geen inlognaam, wachtwoord of sleutel nodig: elke melding is ondertekend. Haal alles vanaf ? of # weg, "
                + "en wat voor een @ staat.",
                "The callback address needs no user name, password or key: every message is signed. Take away everything from ? or # on, and "
                + "what stands before an @.");
        }
    }

    private static bool HasScheme(string address, Uri uri, SettingsOptions options) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || (options.LocalCallbacks && address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && uri.IsLoopback);
}
