using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Pages.Languages;

namespace PerfectviewFunctions.Web.Pages.Settings;

/// <summary>Finds out, as bookings are switched on, what would still keep invoices from being booked.</summary>
internal sealed class BookingsReadiness(ConnectionTest test)
{
    /// <returns>In sentences; none when the first invoice can come.</returns>
    public async Task<IReadOnlyList<string>> LackingAsync(Tenant tenant, Texts texts, CancellationToken cancellationToken)
    {
        var sentences = (await test.TestSavedAsync(tenant, cancellationToken) switch
        {
            TestResult.Works works => works.Warnings,
            TestResult.Fails fails when tenant.Mapping.Rows.Count == 0 => [fails.Reason, Reason.Of(ReasonCode.NothingMapped)],
            TestResult.Fails fails => [fails.Reason],
            _ => throw new InvalidOperationException("A test result of an unknown kind."),
        }).Select(reason => ReasonWords.Of(reason, texts));
        return tenant.Dates.WebhookSecretAt is null ? [.. sentences, texts["settings.lacksWebhookSecret"]] : [.. sentences];
    }
}
