using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>Has a relation that is held back or set aside, and the invoices that wait for it, tried again at once.</summary>
internal sealed class RetryAct(RelationActions actions) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.RelationRetry, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken) => request.Form.RelationId() is { } id
        ? await request.AnswerAsync(await actions.RetryAsync(request.Tenant, id, request.Caller.Actor, cancellationToken))
        : await request.NotThereAsync();
}
