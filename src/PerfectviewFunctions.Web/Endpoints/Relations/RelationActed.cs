using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Endpoints.Attention;

namespace PerfectviewFunctions.Web.Endpoints.Relations;

/// <param name="Relation">As it is now.</param>
/// <param name="Invoices">What became of the invoices that waited for it.</param>
internal sealed record RelationActedAnswer(RelationAnswer Relation, IReadOnlyList<RetriedAnswer> Invoices);

/// <summary>Answers with what became of what a person asked for a relation.</summary>
internal sealed class RelationActed(TenantStandings standings)
{
    public async Task<IResult> ToResultAsync(Tenant tenant, RelationActionResult result, CancellationToken cancellationToken) => result switch
    {
        RelationActionResult.Done done => Results.Json(
            new RelationActedAnswer(
                RelationAnswer.Of(done.Relation, tenant, await standings.OfAsync(tenant, cancellationToken)),
                [.. done.Invoices.Select(RetriedAnswer.Of)]),
            RelationJson.Default.RelationActedAnswer),
        RelationActionResult.Refused refused => Problem.Of(StatusCodes.Status409Conflict, refused.Reason),
        RelationActionResult.NotFound => RelationRoute.NoSuchRelation,
        _ => throw new InvalidOperationException("A relation acted on in an unknown way."),
    };
}
