using System.Globalization;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Web.Pages.Languages;

namespace PerfectviewFunctions.Web.Pages.Mapping;

/// <summary>The history in the words of the pages; what they have no word for is shown as it was kept.</summary>
internal static class ChangeWords
{
    /// <param name="field">The name that the API gives it, or the row of the mapping.</param>
    public static string Field(string field, Texts texts) => field switch
    {
        "name" => texts["changes.name"],
        "bookingsOn" => texts["changes.bookingsOn"],
        "bookingsFrom" => texts["changes.bookingsFrom"],
        "relationsOn" => texts["changes.relationsOn"],
        "personNames" => texts["changes.personNames"],
        "grouping" => texts["changes.grouping"],
        "inclusiveRounding" => texts["changes.inclusiveRounding"],
        "debtorAccount" => texts["changes.debtorAccount"],
        "paymentTermDays" => texts["changes.paymentTermDays"],
        "description" => texts["changes.description"],
        "numberPrefix" => texts["changes.numberPrefix"],
        "paymentsOn" => texts["changes.paymentsOn"],
        "callbackAddress" => texts["changes.callbackAddress"],
        "retentionDays" => texts["changes.retentionDays"],
        "webhookProof" => texts["changes.webhookProof"],
        _ => VatCategory.Label(field),
    };

    public static string Value(string field, string? value, LedgerChoices ledger, Texts texts) => value switch
    {
        null or "" => texts["changes.nothing"],
        "true" when field.EndsWith("On", StringComparison.Ordinal) => texts["changes.on"],
        "false" when field.EndsWith("On", StringComparison.Ordinal) => texts["changes.off"],
        _ when field == "debtorAccount" => ledger.NameOf(value),
        _ when VatCategory.Rows.Contains(field) => RowOf(value, ledger),
        _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => texts.Language.Day(day),
        _ => value,
    };

    /// <summary>A row is kept as its VAT code and account with a space between.</summary>
    private static string RowOf(string value, LedgerChoices ledger) =>
        value.Split(' ') is [var code, var account] ? $"{code}, {ledger.NameOf(account)}" : value;
}
