using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Settings;

/// <summary>One setting on the page.</summary>
/// <param name="Name">The name that the API gives it.</param>
/// <param name="Label">What the page calls it.</param>
/// <param name="Typed">Its value as its field holds it.</param>
/// <param name="Words">Its value for who reads it.</param>
/// <param name="Sent">What a form says of it, as the API takes it.</param>
internal sealed record SettingField(
    string Name,
    SettingsPart Part,
    Func<Texts, string> Label,
    Func<TenantSettings, string> Typed,
    Func<Texts, TenantSettings, string> Words,
    Func<PageForm, string, JsonNode?> Sent)
{
    public const string Ticked = "on";

    public static SettingField Flag(string name, SettingsPart part, Func<Texts, string> label, Func<TenantSettings, bool> get) => new(
        name,
        part,
        label,
        settings => get(settings) ? Ticked : "",
        (texts, settings) => texts[get(settings) ? "settings.on" : "settings.off"],
        (form, field) => form.IsTicked(field));

    public static SettingField Line(string name, SettingsPart part, Func<Texts, string> label, Func<TenantSettings, string?> get) => new(
        name, part, label, settings => get(settings) ?? "", (texts, settings) => Shown(texts, get(settings)), (form, field) => form[field]?.Trim());

    /// <summary>What is no number is sent as it was typed, for the API's own words about it.</summary>
    public static SettingField Number(string name, SettingsPart part, Func<Texts, string> label, Func<TenantSettings, int> get) => new(
        name,
        part,
        label,
        settings => get(settings).ToString(CultureInfo.InvariantCulture),
        (texts, settings) => texts.Language.Number(get(settings)),
        (form, field) => int.TryParse(form[field], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : form[field]);

    public static SettingField DayOrNone(string name, SettingsPart part, Func<Texts, string> label, Func<TenantSettings, DateOnly?> get) => new(
        name,
        part,
        label,
        settings => get(settings)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        (texts, settings) => get(settings) is { } day ? texts.Language.Day(day) : Shown(texts, null),
        (form, field) => form[field]?.Trim() is { Length: > 0 } day ? day : null);

    public static SettingField OneOf<T>(string name, SettingsPart part, Func<Texts, string> label, Func<TenantSettings, T> get)
        where T : struct, Enum => new(
        name,
        part,
        label,
        settings => AnswerJson.Word(get(settings)),
        (texts, settings) => texts.Of(get(settings)),
        (form, field) => form[field]);

    private static string Shown(Texts texts, string? value) => string.IsNullOrEmpty(value) ? texts["settings.none"] : value;
}
