using PerfectviewFunctions.Core.Errors.Entries;

namespace PerfectviewFunctions.Core.Errors;

/// <summary>
/// The one table of everything that can be said about an invoice or a connection: each code of e-Boekhouden's that our calls can
/// meet, by SOAP and by REST, and each of ours. <c>docs/errors.md</c> is generated from it.
/// </summary>
public static class ErrorTable
{
    private static readonly Dictionary<string, ErrorEntry> ByCode;

    static ErrorTable()
    {
        All = [.. Themes.SelectMany(theme => theme.Entries)];
        ByCode = All.ToDictionary(entry => entry.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every entry, in the order of the documentation.</summary>
    public static IReadOnlyList<ErrorEntry> All { get; }

    /// <summary>The entries by theme, in the order of the documentation.</summary>
    public static IReadOnlyList<ErrorTheme> Themes { get; } =
    [
        EventEntries.Theme,
        ActionEntries.Theme,
        SettingsEntries.Theme,
        VatEntries.Theme,
        AmountEntries.Theme,
        DebtorEntries.Theme,
        RelationEntries.Theme,
        BookingEntries.Theme,
        BookingRefusalEntries.Theme,
        PaymentEntries.Theme,
        CallbackEntries.Theme,
        ConnectionEntries.Theme,
        LinkEntries.Theme,
        TestEntries.Theme,
        SessionEntries.Theme,
        CallEntries.Theme,
        RestConnectionEntries.Theme,
        RestBookingEntries.Theme,
        RestRelationEntries.Theme,
    ];

    /// <summary>
    /// The entry of a code, or null for an unknown one. The service's manual writes a sub-code with a dot (CMUT001.1), clients have met it
    /// without (CMUT0011): both are found, in any case, and a sub-code without an entry of its own takes that of its base (CMUT001).
    /// </summary>
    public static ErrorEntry? Find(string code)
    {
        var plain = code.Trim().Replace(".", "", StringComparison.Ordinal);
        return ByCode.GetValueOrDefault(plain) ?? (IsSubCode(plain) ? ByCode.GetValueOrDefault(plain[..^1]) : null);
    }

    /// <summary>Whether a code without dots is letters, the three digits of its base and the one digit of the sub-code.</summary>
    private static bool IsSubCode(string code) =>
        code.Length > 4 && code[..^4].All(char.IsAsciiLetter) && code[^4..].All(char.IsAsciiDigit);
}
