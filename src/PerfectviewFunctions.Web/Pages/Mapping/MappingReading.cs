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
    /// <param name="typed">Null for what is saved.</param>
    /// <param name="isRebased">Whether the form goes on from what is saved now: rows that nobody touched in it take that over.</param>
    public async Task<MappingModel> OfAsync(
        PageRequest request, Tenant tenant, MappingTyped? typed, bool isRebased, CancellationToken cancellationToken)
    {
        var ledger = LedgerChoices.Of(await accounts.ReadAsync(tenant, cancellationToken));
        var unblocked = tenant.State == TenantState.Linked ? await unblocking.FindAsync(tenant, cancellationToken) : [];
        return new MappingModel(
            typed is null ? RowsOf(tenant, ledger) : RowsOf(typed, tenant, ledger, isRebased),
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
            .Select(row => AsSaved(row.Category, row.Saved, ledger))
            .OrderBy(row => row.State switch { MappingRowState.NotSet => 0, MappingRowState.Set => 2, _ => 1 }),
    ];

    private static IReadOnlyList<MappingRow> RowsOf(MappingTyped typed, Tenant tenant, LedgerChoices ledger, bool isRebased) =>
    [
        .. typed.Rows.Zip(typed.Read, (choice, read) => RowOf(choice, read, tenant.Mapping.Rows.GetValueOrDefault(choice.Category), ledger, isRebased)),
    ];

    private static MappingRow RowOf(MappingChoice choice, string read, VatMappingRow? saved, LedgerChoices ledger, bool isRebased)
    {
        var now = AsSaved(choice.Category, saved, ledger);
        return isRebased && read == MappingTyped.TextOf(choice.VatCode, choice.Account)
            ? now with { IsTakenOver = now.Read != read }
            : now with { VatCode = choice.VatCode, Account = choice.Account, Read = isRebased ? now.Read : read };
    }

    private static MappingRow AsSaved(string category, VatMappingRow? saved, LedgerChoices ledger) => new(
        category, saved?.VatCode, saved?.Account, saved, MappingTyped.TextOf(saved?.VatCode, saved?.Account), ledger.StateOf(saved));

    private async Task<ChangesModel> ChangesAsync(PageRequest request, Tenant tenant, CancellationToken cancellationToken)
    {
        var after = PageQuery.TryRead(request.Http, out var query, out _) ? query.After : null;
        return await ChangesModel.ReadAsync(history, tenant.Id, after, cancellationToken);
    }
}
