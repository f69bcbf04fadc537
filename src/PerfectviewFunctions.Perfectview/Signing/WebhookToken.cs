using System.Security.Cryptography;
using System.Text;

namespace PerfectviewFunctions.Perfectview.Signing;

/// <summary>
/// The secret itself as proof, for a sender that can't sign. It says nothing about the body or the moment, so it is weaker than a signature
/// and off unless a tenant asks for it. Pure.
/// </summary>
public static class WebhookToken
{
    private const int MaxLength = 256;

    // As with signatures the work is always that of two secrets.
    private const int SecretsTried = 2;
    private static readonly WebhookSecret Decoy = WebhookSecret.Generate();

    /// <summary>
    /// Whether a header holds one of the secrets, with or without <c>whsec_</c> and with white space around it as pasting leaves it. Compared in
    /// constant time, over hashes, so that neither characters nor length show.
    /// </summary>
    /// <param name="offered">The value of <see cref="WebhookHeaders.Token"/>; null when there is none or it does not count.</param>
    /// <param name="secrets">The tenant's current secret and, while it is being replaced, the previous one; none for an unknown tenant.</param>
    public static bool Matches(string? offered, IReadOnlyList<WebhookSecret> secrets)
    {
        var hash = Hash(Plain(offered));
        var matched = false;
        for (var i = 0; i < Math.Max(SecretsTried, secrets.Count); i++)
        {
            var known = i < secrets.Count;
            var expected = Hash((known ? secrets[i] : Decoy).Encoded());
            matched |= CryptographicOperations.FixedTimeEquals(expected, hash) & known;
        }

        return matched;
    }

    private static ReadOnlySpan<char> Plain(string? offered)
    {
        var text = offered.AsSpan().Trim();
        text = text.StartsWith(WebhookSecret.Prefix, StringComparison.Ordinal) ? text[WebhookSecret.Prefix.Length..] : text;
        return text.Length > MaxLength ? [] : text;
    }

    private static byte[] Hash(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(MaxLength)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        return SHA256.HashData(bytes[..length]);
    }
}
