using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Settings.Acts;

/// <summary>Saves credentials that the books take, which links the tenant. What was typed is in no answer.</summary>
internal sealed class SaveCredentialsAct(LinkDesk desk, SettingsScreen screen) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.SaveCredentials, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var change = await desk.SaveAsync(
            request.Tenant.Id,
            CredentialFields.Of(request.Form).Read(),
            request.Form.IsTicked("confirmOtherAdministration"),
            request.Caller.Actor,
            cancellationToken);
        return change switch
        {
            LinkChange.Done done => request.SeeOther(request.Page.Of(PageRoutes.Settings), NoticeOn(done, request.Page.Texts)),
            LinkChange.Faulty faulty => await ShowAsync(
                StatusCodes.Status422UnprocessableEntity, new LinkOutcome { Faults = new FormFaults(faulty.Faults) }),
            LinkChange.TestFailed { Test: var failed } => await ShowAsync(
                failed.IsPassing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity, new LinkOutcome { Test = failed }),
            LinkChange.Conflict { Reason: var reason } => await ShowAsync(StatusCodes.Status409Conflict, new LinkOutcome { Refusal = reason }),
            LinkChange.NoSuchTenant => await request.NotThereAsync(),
            _ => throw new InvalidOperationException("Credentials saved in an unknown way."),
        };

        Task<IResult> ShowAsync(int status, LinkOutcome outcome) =>
            screen.ShowAsync(request, status, model => model with { Outcome = outcome }, cancellationToken);
    }

    private static Notice NoticeOn(LinkChange.Done done, Texts texts)
    {
        var test = done.Test!;
        List<string> more = [.. test.Notes.Select(note => texts.Of(note.Nl, note.En))];
        if (done.OfferAgainFrom is { } from)
        {
            more.Add(texts.Of("settings.offerAgain", ("from", texts.Language.Moment(from))));
        }

        more.AddRange(test.Warnings.Select(warning => ReasonWords.Of(warning, texts)));
        return new Notice(
            test.Warnings.Count > 0 ? NoticeKind.Warning : NoticeKind.Done,
            texts.Of("settings.linked", ("count", texts.Language.Number(test.Accounts))),
            more);
    }
}
