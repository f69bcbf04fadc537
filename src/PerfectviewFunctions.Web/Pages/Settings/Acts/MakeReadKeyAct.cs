using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Settings.Acts;

/// <summary>Makes the key that reads payments and open balances, or another one; shows it this one time.</summary>
internal sealed class MakeReadKeyAct(KeyDesk desk, SettingsScreen screen) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.MakeReadKey, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var (key, change) = await desk.MakeReadKeyAsync(request.Tenant.Id, request.Caller.Actor, cancellationToken);
        return await screen.AnswerAsync(
            request,
            change,
            _ => request.SeeOther(
                request.Page.Of(PageRoutes.Settings), Notice.Done(request.Page.Texts["settings.readKeyMade"]) with { Secret = key }),
            cancellationToken);
    }
}
