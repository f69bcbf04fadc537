using System.Buffers;
using System.Text;

namespace PerfectviewFunctions.Core.Storage;

/// <summary>
/// The one place where text from outside becomes part of a key. Letters A-Z and a-z, digits, '-', '_' and '.' stand as they are;
/// any other byte of the UTF-8 form becomes <c>~XX</c>. Two texts never share a key, and none can leave its place between ':'.
/// </summary>
public static class StorageKey
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var key = new StringBuilder(text.Length + 8);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (b < 0x80 && Plain.Contains((char)b))
            {
                key.Append((char)b);
            }
            else
            {
                key.Append('~').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return key.ToString();
    }

    /// <summary>An instant as key text in time order.</summary>
    public static string Ascending(DateTimeOffset instant) =>
        instant.UtcTicks.ToString("D19", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An instant as key text, newest first.</summary>
    public static string Descending(DateTimeOffset instant) =>
        (DateTimeOffset.MaxValue.UtcTicks - instant.UtcTicks).ToString("D19", System.Globalization.CultureInfo.InvariantCulture);
}
