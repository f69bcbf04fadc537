using System.Buffers;

namespace PerfectviewFunctions.Core.Storage;

/// <summary>
/// The bytes of a write as Table Storage gets it, rather too many than too few: JSON in ASCII, in which each character that is not plain takes
/// six, in an envelope that repeats the keys in an address.
/// </summary>
internal static class SentBytes
{
    private const int Envelope = 1024;

    /// <summary>Beside a value: its type, quotes and separators.</summary>
    private const int ValueEnvelope = 64;

    /// <summary>As <c>\u20AC</c>.</summary>
    private const int Escaped = 6;

    /// <summary>A character of a key at worst: escaped in the JSON, and in the address a quote that is doubled, each as <c>%27</c>.</summary>
    private const int KeyCharacter = Escaped + 6;

    /// <summary>Any other may be escaped.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !#$%()*,-./:;=?@[]^_{|}~");

    public static int Of(string partition, RowWrite write) => Envelope + (KeyCharacter * (partition.Length + write.Key.Length)) + write switch
    {
        RowWrite.Insert insert => Of(insert.Values),
        RowWrite.Replace replace => Of(replace.Values),
        _ => 0,
    };

    /// <summary>The name stands twice, once with the type.</summary>
    private static int Of(RowValues values) => values.Sum(value => (2 * value.Key.Length) + ValueEnvelope + value.Value switch
    {
        string text => Of(text),
        byte[] bytes => (bytes.Length + 2) / 3 * 4,
        _ => 0,
    });

    private static int Of(string text)
    {
        var plain = 0;
        foreach (var c in text)
        {
            plain += Plain.Contains(c) ? 1 : 0;
        }

        return plain + (Escaped * (text.Length - plain));
    }
}
