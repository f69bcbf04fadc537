using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Time;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Mapping;

/// <summary>Saves the table and the debtor account. Nothing of either is saved where the other can't be.</summary>
internal sealed class SaveMappingAct(MappingDesk mappings, SettingsDesk settings, MappingReading reading) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.Mapping, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var (typed, tenant, actor) = (MappingTyped.Of(request.Form), request.Tenant, request.Caller.Actor);
        Tenant? withDebtor = null;
        if (typed.WantsOtherDebtor)
        {
            if (await mappings.ObstacleAsync(tenant.Id, typed.Version, typed.Rows, cancellationToken) is { } obstacle)
            {
                return await AnswerAsync(request, typed, obstacle, withDebtor, cancellationToken);
            }

            switch (await settings.SaveAsync(tenant.Id, typed.SettingsVersion, typed.DebtorChange, actor, cancellationToken))
            {
                case SettingsSaved.Saved(var next):
                    // What is shown from here on goes on from that: it is no change by somebody else.
                    withDebtor = next;
                    typed = typed with { DebtorRead = typed.DebtorAccount, SettingsVersion = next.SettingsMark.Version };
                    break;
                case SettingsSaved.VersionConflict(var current, _):
                    return await ConflictAsync(request, typed, current, current.SettingsMark, withDebtor, cancellationToken);
                case SettingsSaved.Faulty(var faults):
                    return await FaultyAsync(request, typed, faults, withDebtor, cancellationToken);
                case SettingsSaved.BooksUnavailable(var reason):
                    return await NotSavedAsync(request, typed, reason, StatusCodes.Status503ServiceUnavailable, withDebtor, cancellationToken);
                default:
                    return await request.NotThereAsync();
            }
        }

        var saved = await mappings.SaveAsync(tenant.Id, typed.Version, typed.Rows, retryUnblocked: false, actor, cancellationToken);
        return await AnswerAsync(request, typed, saved, withDebtor, cancellationToken);
    }

    /// <param name="withDebtor">The tenant once its debtor account was saved; null when it was not.</param>
    private async Task<IResult> AnswerAsync(
        PageRequest request, MappingTyped typed, MappingSaved saved, Tenant? withDebtor, CancellationToken cancellationToken) => saved switch
    {
        MappingSaved.Saved done => request.SeeOther(request.Page.Of(PageRoutes.Mapping), SavedNotice(request, done)),
        MappingSaved.VersionConflict(var current) => await ConflictAsync(request, typed, current, current.MappingMark, withDebtor, cancellationToken),
        MappingSaved.Faulty(var faults) => await FaultyAsync(request, typed, faults, withDebtor, cancellationToken),
        MappingSaved.NotLinked => await NotSavedAsync(
            request, typed, Reason.Of(ReasonCode.NotLinked), StatusCodes.Status409Conflict, withDebtor, cancellationToken),
        MappingSaved.BooksUnavailable(var reason) => await NotSavedAsync(
            request, typed, reason, StatusCodes.Status503ServiceUnavailable, withDebtor, cancellationToken),
        MappingSaved.NoSuchTenant => await request.NotThereAsync(),
        _ => throw new InvalidOperationException("A mapping saved in an unknown way."),
    };

    private static Notice SavedNotice(PageRequest request, MappingSaved.Saved saved)
    {
        var texts = request.Page.Texts;
        return Notice.Done(saved.Unblocks.Count switch
        {
            0 => texts["mapping.saved"],
            1 => texts["mapping.savedOneFree"],
            var count => texts.Of("mapping.savedFree", ("count", texts.Language.Number(count))),
        });
    }

    /// <summary>What was chosen stays, now based on what stands there: saving again is a choice made with both in view.</summary>
    private async Task<IResult> ConflictAsync(
        PageRequest request, MappingTyped typed, Tenant current, ChangeMark mark, Tenant? withDebtor, CancellationToken cancellationToken)
    {
        var at = mark.At is { } instant ? DutchTime.Text(instant) : "";
        var model = await reading.OfAsync(request, current, typed, isRebased: true, cancellationToken);
        return await MappingReading.ShowAsync(
            request,
            model with
            {
                IsConflict = true,
                IsDebtorSaved = withDebtor is not null,
                NotSaved = Reason.Of(ReasonCode.ChangedMeanwhile, ("by", mark.By ?? ""), ("at", at)),
            },
            StatusCodes.Status412PreconditionFailed);
    }

    private async Task<IResult> FaultyAsync(
        PageRequest request, MappingTyped typed, IReadOnlyList<FieldFault> faults, Tenant? withDebtor, CancellationToken cancellationToken) =>
        await MappingReading.ShowAsync(
            request,
            await AsReadAsync(request, typed, withDebtor, cancellationToken) with { Faults = new FormFaults(faults), IsDebtorSaved = withDebtor is not null },
            StatusCodes.Status422UnprocessableEntity);

    private async Task<IResult> NotSavedAsync(
        PageRequest request, MappingTyped typed, Reason reason, int status, Tenant? withDebtor, CancellationToken cancellationToken) =>
        await MappingReading.ShowAsync(
            request, await AsReadAsync(request, typed, withDebtor, cancellationToken) with { NotSaved = reason, IsDebtorSaved = withDebtor is not null }, status);

    /// <summary>Still based on the versions that were read: what changed since is told when this is saved.</summary>
    private async Task<MappingModel> AsReadAsync(
        PageRequest request, MappingTyped typed, Tenant? withDebtor, CancellationToken cancellationToken) =>
        await reading.OfAsync(request, withDebtor ?? request.Tenant, typed, isRebased: false, cancellationToken) with
        {
            Version = typed.Version, SettingsVersion = typed.SettingsVersion,
        };
}
