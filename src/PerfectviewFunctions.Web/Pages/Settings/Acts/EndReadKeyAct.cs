using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Settings.Acts;

/// <summary>Ends the key that reads payments; fine when there is none.</summary>
internal sealed class EndReadKeyAct(KeyDesk desk, SettingsScreen screen) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.EndReadKey, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken) => await screen.AnswerAsync(
        request,
        await desk.DeleteReadKeyAsync(request.Tenant.Id, request.Caller.Actor, cancellationToken),
        _ => request.SeeOther(request.Page.Of(PageRoutes.Settings), Notice.Done(request.Page.Texts["settings.readKeyEnded"])),
        cancellationToken);
}
