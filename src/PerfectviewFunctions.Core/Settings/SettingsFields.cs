using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Tenants;
using static PerfectviewFunctions.Core.Settings.SettingsField;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>Every setting of a tenant, by the name that the API and the history give it.</summary>
internal static class SettingsFields
{
    public static IReadOnlyList<SettingsField> All { get; } =
    [
        Line("name", settings => settings.Name, (settings, value) => settings with { Name = value }),
        Flag("bookingsOn", settings => settings.BookingsOn, (settings, value) => settings with { BookingsOn = value }),
        DateOrNone("bookingsFrom", settings => settings.BookingsFrom, (settings, value) => settings with { BookingsFrom = value }),
        Flag("relationsOn", settings => settings.RelationsOn, (settings, value) => settings with { RelationsOn = value }),
        OneOf("personNames", settings => settings.PersonNames, (settings, value) => settings with { PersonNames = value }),
        OneOf("grouping", settings => settings.Grouping, (settings, value) => settings with { Grouping = value }),
        OneOf("inclusiveRounding", settings => settings.InclusiveRounding, (settings, value) => settings with { InclusiveRounding = value }),
        Line("debtorAccount", settings => settings.DebtorAccount, (settings, value) => settings with { DebtorAccount = value }),
        Number("paymentTermDays", settings => settings.PaymentTermDays, (settings, value) => settings with { PaymentTermDays = value }),
        Line("description", settings => settings.Description, (settings, value) => settings with { Description = value }),
        Line("numberPrefix", settings => settings.NumberPrefix, (settings, value) => settings with { NumberPrefix = value }),
        Flag("paymentsOn", settings => settings.PaymentsOn, (settings, value) => settings with { PaymentsOn = value }),
        LineOrNone("callbackAddress", settings => settings.CallbackAddress, (settings, value) => settings with { CallbackAddress = value }),
        Number("retentionDays", settings => settings.RetentionDays, (settings, value) => settings with { RetentionDays = value }),
        OneOf("webhookProof", settings => settings.WebhookProof, (settings, value) => settings with { WebhookProof = value }),
    ];

    /// <summary>What differs, for the history.</summary>
    public static IReadOnlyList<FieldChange> Changes(TenantSettings before, TenantSettings after) =>
    [
        .. All
            .Select(field => new FieldChange(field.Name, field.Text(before), field.Text(after)))
            .Where(change => change.Old != change.New),
    ];
}
