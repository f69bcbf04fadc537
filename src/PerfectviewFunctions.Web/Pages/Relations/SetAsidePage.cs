using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>The form by which somebody sets a held change of a relation aside, and what that does.</summary>
internal sealed class SetAsidePage(RelationStore relations) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.RelationSetAside, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken) =>
        RelationAddress.Judge(request.Query[RelationAddress.Id]) is { } id
            && await relations.FindAsync(request.Tenant.Id, id, cancellationToken) is { } relation
                ? await ShowAsync(request, relation, "", FormFaults.None, StatusCodes.Status200OK)
                : await request.NotThereAsync();

    public static Task<IResult> ShowAsync(PageRequest request, Relation relation, string why, FormFaults faults, int status) =>
        request.ShowAsync<SetAsideView>(
            new PageHead(request.Page.Texts.Of("relations.asideTitle", ("name", RelationOutcome.NameOf(relation))), Section.Relations),
            new SetAsideModel(relation.Id, why, faults),
            status);
}

/// <param name="Id">Perfectview's.</param>
/// <param name="Why">As typed.</param>
public sealed record SetAsideModel(string Id, string Why, FormFaults Faults);
