using System.Collections;
using System.Globalization;

namespace PerfectviewFunctions.Core.Storage;

/// <summary>
/// The named values of a row: text, whole numbers, yes/no, instants (UTC) and bytes, the types that every store keeps exactly.
/// Amounts are kept as invariant text. A null is an absent value.
/// </summary>
public sealed class RowValues : IEnumerable<KeyValuePair<string, object>>
{
    private readonly SortedDictionary<string, object> values = new(StringComparer.Ordinal);

    public int Count => values.Count;

    /// <summary>Adds a value as a store read it.</summary>
    /// <exception cref="ArgumentException">The value is of none of the five types.</exception>
    public void Add(string name, object? value)
    {
        switch (value)
        {
            case null:
                return;
            case string or long or bool or byte[]:
                values.Add(name, value);
                return;
            case DateTimeOffset instant:
                values.Add(name, instant.ToUniversalTime());
                return;
            case int number:
                values.Add(name, (long)number);
                return;
            case decimal amount:
                values.Add(name, amount.ToString(CultureInfo.InvariantCulture));
                return;
            default:
                throw new ArgumentException($"A row can't hold a {value.GetType().Name} ('{name}').", nameof(value));
        }
    }

    public string? TextOrNull(string name) => Find<string>(name);

    public string Text(string name) => TextOrNull(name) ?? throw Missing(name);

    public long? NumberOrNull(string name) => values.TryGetValue(name, out var value) ? (long)value : null;

    public long Number(string name) => NumberOrNull(name) ?? throw Missing(name);

    /// <summary>A yes/no; an absent one is no.</summary>
    public bool Flag(string name) => values.TryGetValue(name, out var value) && (bool)value;

    public DateTimeOffset? InstantOrNull(string name) => values.TryGetValue(name, out var value) ? (DateTimeOffset)value : null;

    public DateTimeOffset Instant(string name) => InstantOrNull(name) ?? throw Missing(name);

    public byte[]? BytesOrNull(string name) => Find<byte[]>(name);

    public decimal? AmountOrNull(string name) =>
        TextOrNull(name) is { } text ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    public decimal Amount(string name) => AmountOrNull(name) ?? throw Missing(name);

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Throws when a row could not hold these values exactly.</summary>
    /// <returns>The bytes they take.</returns>
    internal int CheckLimits()
    {
        if (Count > RowLimits.ValuesPerRow)
        {
            throw new InvalidOperationException($"A row holds at most {RowLimits.ValuesPerRow} values, this one {Count}.");
        }

        var total = 0;
        foreach (var (name, value) in values)
        {
            RowValueLimits.CheckName(name);
            total += RowValueLimits.CheckValue(name, value) + (2 * name.Length) + 8;
        }

        return total <= RowLimits.RowBytes
            ? total
            : throw new InvalidOperationException($"The row has {total} bytes, a row at most {RowLimits.RowBytes}.");
    }

    private T? Find<T>(string name)
        where T : class => values.TryGetValue(name, out var value) ? (T)value : null;

    private static InvalidDataException Missing(string name) => new($"The stored row lacks '{name}'.");
}
