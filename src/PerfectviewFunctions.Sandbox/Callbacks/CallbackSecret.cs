using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PerfectviewFunctions.Sandbox;

/// <summary>
/// A secret of Standard Webhooks, and the check of a signature under it. Written from that specification and not from our sender: two
/// who agree by themselves are probably right.
/// </summary>
internal sealed class CallbackSecret
{
    private const string Prefix = "whsec_";
    private const string Version = "v1";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly byte[] key;

    private CallbackSecret(string text, byte[] key) => (Text, this.key) = (text, key);

    public string Text { get; }

    /// <returns>Null unless the text is whsec_ and base64.</returns>
    public static CallbackSecret? Parse(string text)
    {
        var encoded = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : "";
        var decoded = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, decoded, out var length) && length > 0 ? new CallbackSecret(text, decoded[..length]) : null;
    }

    public SignatureCheck Check(IReadOnlyDictionary<string, string> headers, byte[] body, DateTimeOffset now)
    {
        if (!headers.TryGetValue("webhook-id", out var id)
            || !headers.TryGetValue("webhook-timestamp", out var timestamp)
            || !headers.TryGetValue("webhook-signature", out var signatures))
        {
            return SignatureCheck.Missing;
        }

        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
        {
            return SignatureCheck.Stale;
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = Encoding.ASCII.GetBytes($"{Version},{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}");
        return signatures.Split(' ').Any(entry => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(entry), expected))
            ? SignatureCheck.Valid
            : SignatureCheck.Wrong;
    }
}
