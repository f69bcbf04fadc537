using System.Text;

namespace PerfectviewFunctions.Core.Storage;

/// <summary>What the name and the content of a single value may be, so that Table Storage keeps it exactly.</summary>
internal static class RowValueLimits
{
    /// <summary>Names are identifiers of at most 255 characters; three belong to Table Storage itself.</summary>
    public static void CheckName(string name)
    {
        var isIdentifier = name.Length is > 0 and <= RowLimits.NameLength
            && !char.IsAsciiDigit(name[0])
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (!isIdentifier || name is "PartitionKey" or "RowKey" or "Timestamp")
        {
            throw new InvalidOperationException($"'{name}' can't be the name of a value.");
        }
    }

    /// <summary>Throws when the value is too large, too early, or text that has no UTF-8 form.</summary>
    /// <returns>The bytes it takes.</returns>
    public static int CheckValue(string name, object value)
    {
        switch (value)
        {
            case string text when HasLoneSurrogate(text):
                throw new InvalidOperationException($"The text '{name}' holds half a surrogate pair; text is cut between characters.");
            case DateTimeOffset instant when instant < RowLimits.EarliestInstant:
                throw new InvalidOperationException($"The instant '{name}' lies before {RowLimits.EarliestInstant:yyyy-MM-dd}.");
        }

        var bytes = value switch { string text => 2 * text.Length, byte[] raw => raw.Length, _ => 8 };
        return bytes <= RowLimits.ValueBytes
            ? bytes
            : throw new InvalidOperationException($"The value '{name}' has {bytes} bytes, a value at most {RowLimits.ValueBytes}.");
    }

    private static bool HasLoneSurrogate(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (Rune.DecodeFromUtf16(rest[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            rest = rest[(at + length)..];
        }

        return false;
    }
}
