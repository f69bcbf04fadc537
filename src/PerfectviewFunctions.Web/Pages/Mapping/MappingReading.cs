using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Endpoints;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Mapping;

/// <summary>Puts the page together: of what is saved, or of what somebody filled in and what is saved beside it.</summary>
internal sealed class MappingReading(LiveAccounts accounts, Unblocking unblocking, TenantHistory history)
{
    public async Task<MappingModel> OfAsync(PageRequest request, Tenant tenant, MappingTyped? typed, CancellationToken cancellationToken)
    {
        var ledger = LedgerChoices.Of(await accounts.ReadAsync(tenant, cancellationToken));
        var unblocked = tenant.State == TenantState.Linked ? await unblocking.FindAsync(tenant, cancellationToken) : [];
        return new MappingModel(
            typed is null ? RowsOf(tenant, ledger) : RowsOf(typed, tenant, ledger),
            new DebtorChoice(typed is { WantsOtherDebtor: true } ? typed.DebtorAccount : tenant.Settings.DebtorAccount, tenant.Settings.DebtorAccount),
            ledger,
            unblocked.Count,
            await ChangesAsync(request, tenant, cancellationToken))
        {
            Version = tenant.MappingMark.Version, SettingsVersion = tenant.SettingsMark.Version,
        };
    }

    public static Task<IResult> ShowAsync(PageRequest request, MappingModel model, int status = StatusCodes.Status200OK) =>
        request.ShowAsync<MappingView>(new PageHead(request.Page.Texts.Of(Section.Mapping), Section.Mapping), model, status);

    /// <summary>What asks for something first: no choice yet, then an account that can't be used any more.</summary>
    private static IReadOnlyList<MappingRow> RowsOf(Tenant tenant, LedgerChoices ledger) =>
    [
        .. VatCategory.Rows
            .Select(category => (Category: category, Saved: tenant.Mapping.Rows.GetValueOrDefault(category)))
            .Select(row => new MappingRow(row.Category, row.Saved?.VatCode, row.Saved?.Account, row.Saved, ledger.StateOf(row.Saved)))
            .OrderBy(row => row.State switch { MappingRowState.NotSet => 0, MappingRowState.Set => 2, _ => 1 }),
    ];

    private static IReadOnlyList<MappingRow> RowsOf(MappingTyped typed, Tenant tenant, LedgerChoices ledger) =>
    [
        .. typed.Rows
            .Select(row => (Choice: row, Saved: tenant.Mapping.Rows.GetValueOrDefault(row.Category)))
            .Select(row => new MappingRow(row.Choice.Category, row.Choice.VatCode, row.Choice.Account, row.Saved, ledger.StateOf(row.Saved))),
    ];

    private async Task<ChangesModel> ChangesAsync(PageRequest request, Tenant tenant, CancellationToken cancellationToken)
    {
        var after = PageQuery.TryRead(request.Http, out var query, out _) ? query.After : null;
        return await ChangesModel.ReadAsync(history, tenant.Id, after, cancellationToken);
    }
}
