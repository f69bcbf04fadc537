using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Web.Endpoints.Relations;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>Says which relation in the books it is, or that it is none of those found.</summary>
internal sealed class ChooseAct(RelationActions actions) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.RelationChoose, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (request.Form.RelationId() is not { } id)
        {
            return await request.NotThereAsync();
        }

        var sent = new DebtorChoiceBody { Code = request.Form["code"], Create = request.Form["create"] == "true" ? true : null };
        if (sent.Faults() is [var fault, ..])
        {
            return request.SeeOther(RelationAddress.Of(request.Tenant.Id, id), Notice.Failed(request.Page.Texts.Of(fault.Nl, fault.En)));
        }

        return await request.AnswerAsync(
            await actions.ChooseAsync(request.Tenant, id, sent.ToChoice(), request.Caller.Actor, cancellationToken));
    }
}
