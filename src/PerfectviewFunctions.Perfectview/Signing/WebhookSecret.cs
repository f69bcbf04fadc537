using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace PerfectviewFunctions.Perfectview.Signing;

/// <summary>
/// A symmetric signing secret, written as <c>whsec_</c> and the base64 of 24 to 64 bytes. It never shows its bytes by itself:
/// only <see cref="Reveal"/> does, for the one moment it is stored or handed over.
/// </summary>
public sealed class WebhookSecret
{
    internal const string Prefix = "whsec_";
    private const int MinBytes = 24;
    private const int MaxBytes = 64;
    private const int GeneratedBytes = 32;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] key;

    private WebhookSecret(byte[] key) => this.key = key;

    internal ReadOnlySpan<byte> Key => key;

    /// <summary>A new random secret of 32 bytes.</summary>
    public static WebhookSecret Generate() => new(RandomNumberGenerator.GetBytes(GeneratedBytes));

    /// <summary>Reads a secret with or without its prefix; white space around it, as pasting leaves it, is ignored.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WebhookSecret? secret)
    {
        secret = null;
        var encoded = text.AsSpan().Trim();
        if (encoded.StartsWith(Prefix, StringComparison.Ordinal))
        {
            encoded = encoded[Prefix.Length..];
        }

        Span<byte> bytes = stackalloc byte[MaxBytes];
        if (Convert.TryFromBase64Chars(encoded, bytes, out var length) && length >= MinBytes)
        {
            secret = new WebhookSecret(bytes[..length].ToArray());
        }

        CryptographicOperations.ZeroMemory(bytes);
        return secret is not null;
    }

    /// <summary>The secret in full, <c>whsec_…</c>. Never for a log, a page that stays, or an error.</summary>
    public string Reveal() => Prefix + Encoded();

    /// <summary>The secret without its prefix.</summary>
    internal string Encoded() => Convert.ToBase64String(key);

    public override string ToString() => Prefix + "(hidden)";
}
