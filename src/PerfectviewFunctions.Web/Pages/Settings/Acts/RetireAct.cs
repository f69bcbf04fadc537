using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Settings.Acts;

/// <summary>Retires a tenant for good, once a tick says that it is meant.</summary>
internal sealed class RetireAct(TenantDesk desk, SettingsScreen screen) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.Retire, Access.Operator);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var change = request.Form.IsTicked("confirmRetire")
            ? await desk.RetireAsync(request.Tenant.Id, request.Caller.Actor, cancellationToken)
            : new LinkChange.Faulty([new FieldFault(
                "/confirmRetire", "Vink eerst aan dat u de koppeling voorgoed wilt opheffen.", "Tick first that you want to retire the link for good.")]);
        return await screen.AnswerAsync(
            request,
            change,
            _ => request.SeeOther(PageRoutes.Root, Notice.Done(request.Page.Texts["settings.retired"])),
            cancellationToken);
    }
}
