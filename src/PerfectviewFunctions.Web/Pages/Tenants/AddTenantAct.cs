using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Tenants;

/// <summary>Adds a tenant and shows its first page, which says how to go on.</summary>
internal sealed class AddTenantAct(TenantDesk desk) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.AddTenant, Access.Operator);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var (id, name) = (request.Form["id"]?.Trim() ?? "", request.Form["name"]?.Trim() ?? "");
        return await desk.CreateAsync(id, name, request.Caller.Actor, cancellationToken) switch
        {
            LinkChange.Done done => request.SeeOther(
                PageRoutes.Of(PageRoutes.Overview, done.Tenant.Id), Notice.Done(request.Page.Texts["addTenant.done"])),
            LinkChange.Faulty faulty => await AddTenantPage.ShowAsync(
                request, new AddTenantModel(id, name, new FormFaults(faulty.Faults)), StatusCodes.Status422UnprocessableEntity),
            LinkChange.Conflict conflict => await AddTenantPage.ShowAsync(
                request, new AddTenantModel(id, name, FaultOf(conflict)), StatusCodes.Status409Conflict),
            _ => throw new InvalidOperationException("A tenant added in an unknown way."),
        };
    }

    private static FormFaults FaultOf(LinkChange.Conflict conflict)
    {
        var text = ReasonText.Render(conflict.Reason);
        return new FormFaults([new FieldFault("/id", $"{text.Nl} {text.ActionNl}", $"{text.En} {text.ActionEn}")]);
    }
}
