using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PerfectviewFunctions.Core.Storage;

/// <summary>
/// The one place where text from outside becomes part of a key. Letters A-Z and a-z, digits, '-', '_' and '.' stand as they are;
/// any other byte of the UTF-8 form becomes <c>~XX</c>. What would be longer than <see cref="MaxLength"/> ends in <c>~~</c> and the hash of the
/// whole. Two texts never share a key, and none can leave its place between ':'.
/// </summary>
public static class StorageKey
{
    /// <summary>Characters of a text in a key; three of them and an instant fit into <see cref="RowLimits.KeyLength"/>.</summary>
    public const int MaxLength = 150;

    private const int KeptOfLong = MaxLength - 66;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static string Encode(string text)
    {
        var key = EncodeAll(text);
        return key.Length <= MaxLength ? key : $"{key[..KeptOfLong]}~~{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)))}";
    }

    /// <summary>An instant as key text in time order.</summary>
    public static string Ascending(DateTimeOffset instant) =>
        instant.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>An instant as key text, newest first.</summary>
    public static string Descending(DateTimeOffset instant) =>
        (DateTimeOffset.MaxValue.UtcTicks - instant.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    private static string EncodeAll(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var key = new StringBuilder(text.Length + 8);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length;)
        {
            if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                AppendBytes(key, bytes[..rune.EncodeToUtf8(bytes)]);
                i += rune.Utf16SequenceLength;
            }
            else
            {
                // Half a surrogate pair has no UTF-8 form, and the usual substitute would let different texts share a key.
                // The three bytes that the scheme of UTF-8 gives it stand for nothing else.
                AppendBytes(key, [0xED, (byte)(0x80 | ((text[i] >> 6) & 0x3F)), (byte)(0x80 | (text[i] & 0x3F))]);
                i++;
            }
        }

        return key.ToString();
    }

    private static void AppendBytes(StringBuilder key, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b < 0x80 && Plain.Contains((char)b))
            {
                key.Append((char)b);
            }
            else
            {
                key.Append(CultureInfo.InvariantCulture, $"~{b:X2}");
            }
        }
    }
}
