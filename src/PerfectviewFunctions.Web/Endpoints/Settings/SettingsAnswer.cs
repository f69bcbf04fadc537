using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>A tenant's settings; choices are words of the contract.</summary>
internal sealed record SettingsAnswer(
    string Name,
    bool BookingsOn,
    DateOnly? BookingsFrom,
    bool RelationsOn,
    string PersonNames,
    string Grouping,
    string InclusiveRounding,
    string DebtorAccount,
    int PaymentTermDays,
    string Description,
    string NumberPrefix,
    bool PaymentsOn,
    string? CallbackAddress,
    int RetentionDays,
    string WebhookProof)
{
    public long? Version { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    public string? ChangedBy { get; init; }

    public static SettingsAnswer Of(Tenant tenant) => Of(tenant.Settings) with
    {
        Version = tenant.SettingsMark.Version, ChangedAt = tenant.SettingsMark.At, ChangedBy = tenant.SettingsMark.By,
    };

    /// <summary>Settings that nobody saved, and so have no version.</summary>
    public static SettingsAnswer Of(TenantSettings settings) => new(
        settings.Name,
        settings.BookingsOn,
        settings.BookingsFrom,
        settings.RelationsOn,
        AnswerJson.Word(settings.PersonNames),
        AnswerJson.Word(settings.Grouping),
        AnswerJson.Word(settings.InclusiveRounding),
        settings.DebtorAccount,
        settings.PaymentTermDays,
        settings.Description,
        settings.NumberPrefix,
        settings.PaymentsOn,
        settings.CallbackAddress,
        settings.RetentionDays,
        AnswerJson.Word(settings.WebhookProof));
}
