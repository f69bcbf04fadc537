using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Relations;

/// <summary>The relation that a route names by Perfectview's id.</summary>
internal static class RelationRoute
{
    private const int LongestId = 64;

    public static IResult NoSuchRelation => Problem.Of(StatusCodes.Status404NotFound, "There is no such relation.");

    /// <param name="behind">How many parts of the address come after the id.</param>
    /// <returns>Null for none: answer <see cref="NoSuchRelation"/>.</returns>
    public static Task<Relation?> FindRelationAsync(
        this HttpRequest request, RelationStore relations, TenantId tenant, int behind, CancellationToken cancellationToken) =>
        SentSegment.FindAsync(request, LongestId, id => relations.FindAsync(tenant, id, cancellationToken), behind);
}
