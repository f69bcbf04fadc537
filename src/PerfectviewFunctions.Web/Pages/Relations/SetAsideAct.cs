using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>Sets the held changes of a relation aside, with the reason that somebody gives.</summary>
internal sealed class SetAsideAct(RelationStore relations, RelationActions actions) : IPage
{
    private static readonly FormFaults NoReason = new(
    [
        new FieldFault(
            "/reason", $"Schrijf in 1 tot {IgnoreReason.Longest} gewone tekens waarom.", $"Say why, in 1 to {IgnoreReason.Longest} plain characters."),
    ]);

    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.RelationSetAside, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (request.Form.RelationId() is not { } id || await relations.FindAsync(request.Tenant.Id, id, cancellationToken) is not { } relation)
        {
            return await request.NotThereAsync();
        }

        var written = request.Form["reason"] ?? "";
        return IgnoreReason.Of(written) is { } why
            ? await request.AnswerAsync(await actions.SetAsideAsync(request.Tenant, id, why, request.Caller.Actor, cancellationToken))
            : await SetAsidePage.ShowAsync(request, relation, written, NoReason, StatusCodes.Status422UnprocessableEntity);
    }
}
