using System.Text.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Pages.Serving;
using static PerfectviewFunctions.Web.Pages.Settings.SettingField;

namespace PerfectviewFunctions.Web.Pages.Settings;

/// <summary>Every setting of a tenant, in the order of the page.</summary>
internal static class SettingFields
{
    public static IReadOnlyList<SettingField> All { get; } =
    [
        OneOf("webhookProof", SettingsPart.Perfectview, texts => texts["settings.webhookProof"], settings => settings.WebhookProof),
        Flag("relationsOn", SettingsPart.Relations, texts => texts["settings.relationsOn"], settings => settings.RelationsOn),
        OneOf("personNames", SettingsPart.Relations, texts => texts["settings.personNames"], settings => settings.PersonNames),
        Flag("bookingsOn", SettingsPart.Bookings, texts => texts["settings.bookingsOn"], settings => settings.BookingsOn),
        DayOrNone("bookingsFrom", SettingsPart.Bookings, texts => texts["settings.bookingsFrom"], settings => settings.BookingsFrom),
        OneOf("grouping", SettingsPart.Bookings, texts => texts["settings.grouping"], settings => settings.Grouping),
        OneOf("inclusiveRounding", SettingsPart.Bookings, texts => texts["settings.inclusiveRounding"], settings => settings.InclusiveRounding),
        Line("debtorAccount", SettingsPart.Bookings, texts => texts["settings.debtorAccount"], settings => settings.DebtorAccount),
        Number("paymentTermDays", SettingsPart.Bookings, texts => texts["settings.paymentTermDays"], settings => settings.PaymentTermDays),
        Line("description", SettingsPart.Bookings, texts => texts["settings.description"], settings => settings.Description),
        Line("numberPrefix", SettingsPart.Bookings, texts => texts["settings.numberPrefix"], settings => settings.NumberPrefix),
        Flag("paymentsOn", SettingsPart.Payments, texts => texts["settings.paymentsOn"], settings => settings.PaymentsOn),
        Line("callbackAddress", SettingsPart.Payments, texts => texts["settings.callbackAddress"], settings => settings.CallbackAddress),
        Line("name", SettingsPart.General, texts => texts["settings.name"], settings => settings.Name),
        Number("retentionDays", SettingsPart.General, texts => texts["settings.retentionDays"], settings => settings.RetentionDays),
    ];

    /// <summary>What a form wants to be different; a field that it lacks stays as it is, but for a box, which is sent only when it is ticked.</summary>
    public static SettingsChange ChangeOf(PageForm form, SettingsPart part)
    {
        var sent = new JsonObject();
        foreach (var field in All.Where(field => field.Part == part))
        {
            var value = field.Sent(form, field.Name);
            if (value is not null || form[field.Name] is not null)
            {
                sent[field.Name] = value;
            }
        }

        using var document = JsonDocument.Parse(sent.ToJsonString());
        return SettingsChange.Read(document.RootElement);
    }

    public static IReadOnlyList<SettingField> Differing(TenantSettings ours, TenantSettings theirs) =>
        [.. All.Where(field => field.Typed(ours) != field.Typed(theirs))];
}
