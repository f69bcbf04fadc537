using System.Globalization;
using System.Text.Json;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>One setting: how it is told in history and how it is read from what somebody sends.</summary>
/// <param name="Name">The name that the API gives it.</param>
/// <param name="Text">Its value in words; null for none.</param>
/// <param name="Read">What the sent value does to the settings; null when it is of another kind than the field.</param>
/// <param name="Expected">What belongs there, in Dutch and English.</param>
internal sealed record SettingsField(
    string Name,
    Func<TenantSettings, string?> Text,
    Func<JsonElement, Func<TenantSettings, TenantSettings>?> Read,
    (string Nl, string En) Expected)
{
    public static SettingsField Flag(string name, Func<TenantSettings, bool> get, Func<TenantSettings, bool, TenantSettings> set) => new(
        name,
        settings => get(settings) ? "true" : "false",
        sent => sent.ValueKind switch
        {
            JsonValueKind.True => settings => set(settings, true),
            JsonValueKind.False => settings => set(settings, false),
            _ => null,
        },
        ("true of false", "true or false"));

    public static SettingsField Number(string name, Func<TenantSettings, int> get, Func<TenantSettings, int, TenantSettings> set) => new(
        name,
        settings => get(settings).ToString(CultureInfo.InvariantCulture),
        sent => sent.ValueKind == JsonValueKind.Number && sent.TryGetInt32(out var number) ? settings => set(settings, number) : null,
        ("een geheel getal", "a whole number"));

    public static SettingsField Line(string name, Func<TenantSettings, string> get, Func<TenantSettings, string, TenantSettings> set) => new(
        name,
        get,
        sent => SentValue.TextOf(sent) is { } text ? settings => set(settings, text) : null,
        ("tekst", "text"));

    public static SettingsField LineOrNone(string name, Func<TenantSettings, string?> get, Func<TenantSettings, string?, TenantSettings> set) => new(
        name,
        get,
        sent => SentValue.TextOf(sent) is { } text ? settings => set(settings, text.Length > 0 ? text : null)
            : sent.ValueKind == JsonValueKind.Null ? settings => set(settings, null)
            : null,
        ("tekst, of null voor geen", "text, or null for none"));

    public static SettingsField DateOrNone(string name, Func<TenantSettings, DateOnly?> get, Func<TenantSettings, DateOnly?, TenantSettings> set) => new(
        name,
        settings => get(settings)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        sent => sent.ValueKind == JsonValueKind.Null ? settings => set(settings, null)
            : DateOnly.TryParseExact(SentValue.TextOf(sent), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? settings => set(settings, date)
                : null,
        ("een datum als 2026-01-31, of null voor geen", "a date such as 2026-01-31, or null for none"));

    public static SettingsField OneOf<T>(string name, Func<TenantSettings, T> get, Func<TenantSettings, T, TenantSettings> set)
        where T : struct, Enum => new(
        name,
        settings => Choice.Word(get(settings)),
        sent => SentValue.TextOf(sent) is { } word && Choice.Find<T>(word) is { } value ? settings => set(settings, value) : null,
        (Choice.Listed(Choice.Words<T>(), "of"), Choice.Listed(Choice.Words<T>(), "or")));

    public FieldFault Wrong(JsonElement sent)
    {
        var (nl, en) = SentValue.KindOf(sent);
        return new(
            "/" + Name,
            $"Wat hier staat ({nl}) past niet; er hoort te staan: {Expected.Nl}.",
            $"What is here ({en}) does not fit; it has to be: {Expected.En}.");
    }
}
