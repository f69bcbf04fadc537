using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PerfectviewFunctions.Perfectview.Signing;

/// <summary>
/// Signatures of Standard Webhooks 1.0 with a symmetric secret: HMAC-SHA256 over <c>{id}.{timestamp}.{body}</c>, the body being
/// the raw bytes as they crossed the wire. Pure: the clock is passed in.
/// </summary>
public static class StandardWebhooks
{
    /// <summary>How far timestamp and our clock may lie apart, both ways, this very distance included.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    private const string Version = "v1,";
    private const int MaxIdLength = 256;
    private const int MaxTimestampLength = 12;
    private const int MaxSignatureLength = 2048;

    // A tenant has a current and perhaps a previous secret; an unknown tenant has none. The work is always that of two.
    private const int SecretsTried = 2;
    private static readonly WebhookSecret Decoy = WebhookSecret.Generate();

    /// <summary>
    /// Checks a request. Any entry of the signature header may match any secret; entries of other versions or forms are skipped.
    /// For an unknown tenant pass no secrets: the work done is the same and the result is never <see cref="SignatureResult.Valid"/>.
    /// </summary>
    /// <param name="body">The raw bytes of the request.</param>
    /// <param name="id">The value of <see cref="WebhookHeaders.Id"/>.</param>
    /// <param name="timestamp">The value of <see cref="WebhookHeaders.Timestamp"/>.</param>
    /// <param name="signature">The value of <see cref="WebhookHeaders.Signature"/>.</param>
    /// <param name="secrets">The tenant's current secret and, while it is being replaced, the previous one.</param>
    public static SignatureResult Verify(
        ReadOnlySpan<byte> body, string? id, string? timestamp, string? signature, IReadOnlyList<WebhookSecret> secrets, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signature))
        {
            return SignatureResult.MissingHeader;
        }

        if (!IsId(id))
        {
            return SignatureResult.MalformedId;
        }

        if (!TryParseTimestamp(timestamp, out var seconds))
        {
            return SignatureResult.MalformedTimestamp;
        }

        // In whole seconds, the precision that the header has.
        var age = now.ToUnixTimeSeconds() - seconds;
        if (Math.Abs(age) > (long)Tolerance.TotalSeconds)
        {
            return age > 0 ? SignatureResult.TooOld : SignatureResult.TooNew;
        }

        var entries = ParseEntries(signature);
        if (entries.Count == 0)
        {
            return SignatureResult.MalformedSignature;
        }

        return Matches(body, id, timestamp, entries, secrets) ? SignatureResult.Valid : SignatureResult.NoMatch;
    }

    /// <summary>Signs a message.</summary>
    /// <returns>The value of <see cref="WebhookHeaders.Signature"/>: <c>v1,&lt;base64&gt;</c>.</returns>
    /// <exception cref="ArgumentException">The id can't be a message id.</exception>
    public static string Sign(WebhookSecret secret, string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body)
    {
        if (!IsId(id))
        {
            throw new ArgumentException($"A message id has 1 to {MaxIdLength} visible ASCII characters and no '.'.", nameof(id));
        }

        return Version + Convert.ToBase64String(Hash(secret, id, FormatTimestamp(timestamp), body));
    }

    /// <summary>The value of <see cref="WebhookHeaders.Timestamp"/> for a moment.</summary>
    public static string FormatTimestamp(DateTimeOffset timestamp) =>
        timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static bool IsId(string id) =>
        id.Length is > 0 and <= MaxIdLength && !id.AsSpan().ContainsAnyExceptInRange('!', '~') && !id.Contains('.');

    private static bool TryParseTimestamp(string text, out long seconds)
    {
        seconds = 0;
        return text.Length <= MaxTimestampLength
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
    }

    private static List<byte[]> ParseEntries(string signature)
    {
        var entries = new List<byte[]>();
        if (signature.Length > MaxSignatureLength)
        {
            return entries;
        }

        foreach (var range in signature.AsSpan().Split(' '))
        {
            var entry = signature.AsSpan(range);
            var hash = new byte[HMACSHA256.HashSizeInBytes];
            if (entry.StartsWith(Version, StringComparison.Ordinal)
                && Convert.TryFromBase64Chars(entry[Version.Length..], hash, out var length)
                && length == hash.Length)
            {
                entries.Add(hash);
            }
        }

        return entries;
    }

    private static bool Matches(
        ReadOnlySpan<byte> body, string id, string timestamp, List<byte[]> entries, IReadOnlyList<WebhookSecret> secrets)
    {
        var matched = false;
        for (var i = 0; i < Math.Max(SecretsTried, secrets.Count); i++)
        {
            var known = i < secrets.Count;
            var expected = Hash(known ? secrets[i] : Decoy, id, timestamp, body);
            foreach (var entry in entries)
            {
                matched |= CryptographicOperations.FixedTimeEquals(expected, entry) & known;
            }
        }

        return matched;
    }

    private static byte[] Hash(WebhookSecret secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret.Key);
        hash.AppendData(Encoding.ASCII.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
