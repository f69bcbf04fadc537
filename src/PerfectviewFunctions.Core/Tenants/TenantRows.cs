using System.Text.Json;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Json;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>The row form of tenants: one row for state and settings, one for the VAT mapping.</summary>
internal static class TenantRows
{
    public const string TenantKey = "tenant";
    public const string MappingKey = "mapping:vat";

    public static RowValues ToValues(Tenant tenant) => With(tenant.SettingsMark, new RowValues
    {
        { "state", tenant.State.ToString() },
        { "administration", tenant.Administration?.Value },
        { "api", tenant.Api.ToString() },
        { "settings", JsonSerializer.Serialize(tenant.Settings, StoredJson.Default.TenantSettings) },
        { "dates", JsonSerializer.Serialize(tenant.Dates, StoredJson.Default.TenantDates) },
    });

    public static RowValues ToMappingValues(Tenant tenant) => With(tenant.MappingMark, new RowValues
    {
        { "rows", JsonSerializer.Serialize(tenant.Mapping, StoredJson.Default.VatMapping) },
    });

    public static Tenant Read(TenantId id, Row row, Row? mapping) => new(
        id,
        Enum.Parse<TenantState>(row.Values.Text("state")),
        row.Values.TextOrNull("administration") is { } key ? new AdministrationKey(key) : null,
        JsonSerializer.Deserialize(row.Values.Text("settings"), StoredJson.Default.TenantSettings)!,
        mapping is null ? VatMapping.Empty : JsonSerializer.Deserialize(mapping.Values.Text("rows"), StoredJson.Default.VatMapping)!)
    {
        // A row from before there were two APIs has none.
        Api = row.Values.TextOrNull("api") is { } api ? Enum.Parse<BookkeepingApi>(api) : BookkeepingApi.Soap,
        SettingsMark = MarkOf(row),
        MappingMark = mapping is null ? ChangeMark.Never : MarkOf(mapping),
        Dates = row.Values.TextOrNull("dates") is { } dates
            ? JsonSerializer.Deserialize(dates, StoredJson.Default.TenantDates)!
            : new TenantDates(),
    };

    private static RowValues With(ChangeMark mark, RowValues values)
    {
        values.Add("version", mark.Version);
        values.Add("changedAt", mark.At);
        values.Add("changedBy", mark.By);
        return values;
    }

    /// <summary>A row from before there were versions is version 0, as one that was never changed.</summary>
    private static ChangeMark MarkOf(Row row) =>
        new(row.Values.NumberOrNull("version") ?? 0, row.Values.InstantOrNull("changedAt"), row.Values.TextOrNull("changedBy"));
}
