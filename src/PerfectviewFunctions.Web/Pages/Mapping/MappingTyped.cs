using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Mapping;

/// <summary>The form as somebody filled it in.</summary>
/// <param name="Read">Per row what he was shown as saved, as the form carries it: a row that still says so was not touched.</param>
/// <param name="DebtorRead">The debtor account that he was shown; another one is a wish to change it.</param>
/// <param name="Version">Of the mapping that he was shown; what is no version matches none.</param>
internal sealed record MappingTyped(
    IReadOnlyList<MappingChoice> Rows, IReadOnlyList<string> Read, string DebtorAccount, string DebtorRead, long Version, long SettingsVersion)
{
    public bool WantsOtherDebtor => DebtorAccount != DebtorRead;

    /// <summary>The wish for another debtor account, in the form in which settings are changed.</summary>
    public SettingsChange DebtorChange
    {
        get
        {
            using var change = JsonDocument.Parse(new JsonObject { ["debtorAccount"] = DebtorAccount }.ToJsonString());
            return SettingsChange.Read(change.RootElement);
        }
    }

    public static MappingTyped Of(PageForm form)
    {
        var (rows, read) = (new List<MappingChoice>(), new List<string>());
        while (rows.Count < VatCategory.Rows.Count && form[FieldOf(rows.Count, "category")] is { } category)
        {
            read.Add(form[FieldOf(rows.Count, "read")] ?? "");
            rows.Add(new MappingChoice(category, TextOrNone(form[FieldOf(rows.Count, "vatCode")]), TextOrNone(form[FieldOf(rows.Count, "account")])));
        }

        return new(rows, read, form["debtorAccount"]?.Trim() ?? "", form["debtorRead"] ?? "", NumberOf(form["version"]), NumberOf(form["settingsVersion"]));
    }

    /// <summary>A row as the form carries what is saved.</summary>
    public static string TextOf(string? code, string? account) => $"{code} {account}";

    /// <summary>The name of a field, which is the pointer of its faults without the first slash.</summary>
    public static string FieldOf(int row, string field) => string.Create(CultureInfo.InvariantCulture, $"rows/{row}/{field}");

    private static string? TextOrNone(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static long NumberOf(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
