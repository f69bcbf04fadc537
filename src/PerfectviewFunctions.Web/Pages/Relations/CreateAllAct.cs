using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>Has a new relation created for each of those that were shown, and says what came of each.</summary>
internal sealed class CreateAllAct(RelationActions actions) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.RelationsCreate, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var (tenant, texts) = (request.Tenant, request.Page.Texts);
        var (done, told) = (0, new List<string>());
        var ids = request.Form.All(RelationAddress.Id).Where(id => RelationAddress.Judge(id) is not null).Distinct(StringComparer.Ordinal).ToList();
        foreach (var id in ids.Take(RelationsPage.MostCards))
        {
            var result = await actions.ChooseAsync(tenant, id, new DebtorChoice.New(), request.Caller.Actor, cancellationToken);
            done += result is RelationActionResult.Done { Relation.State: RelationState.Current } ? 1 : 0;
            told.Add(result switch
            {
                RelationActionResult.Done { Relation: var relation, Invoices.Count: 0 } => RelationOutcome.Of(relation, tenant, texts),
                RelationActionResult.Done { Relation: var relation, Invoices: var invoices } => texts.Of(
                    "relations.withInvoices", ("what", RelationOutcome.Of(relation, tenant, texts)), ("count", texts.Language.Number(invoices.Count))),
                RelationActionResult.Refused refused => RelationOutcome.TextOf(refused.Reason, texts),
                _ => texts.Of("relations.missed", ("id", id)),
            });
        }

        return request.SeeOther(PageRoutes.Of(PageRoutes.Relations, tenant.Id), NoticeOf(done, told, texts));
    }

    private static Notice NoticeOf(int done, List<string> told, Texts texts) => new(
        done == told.Count ? NoticeKind.Done : NoticeKind.Warning,
        texts.Of("relations.createdAll", ("done", texts.Language.Number(done)), ("count", texts.Language.Number(told.Count))),
        told);
}
