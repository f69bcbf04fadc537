using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Settings.Acts;

/// <summary>Ends a link, once a tick says that it is meant.</summary>
internal sealed class UnlinkAct(LinkDesk desk, SettingsScreen screen) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.Unlink, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var change = request.Form.IsTicked("confirmUnlink")
            ? await desk.UnlinkAsync(request.Tenant.Id, request.Caller.Actor, cancellationToken)
            : new LinkChange.Faulty([new FieldFault(
                "/confirmUnlink", "Vink eerst aan dat u de koppeling wilt beëindigen.", "Tick first that you want to end the link.")]);
        var texts = request.Page.Texts;
        return await screen.AnswerAsync(
            request,
            change,
            done => request.SeeOther(
                request.Page.Of(PageRoutes.Settings),
                Notice.Done(texts.Of("settings.unlinked", ("count", texts.Language.Number(done.Waiting ?? 0))))),
            cancellationToken);
    }
}
