using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>The tenants that the caller may see, by id, in pages. An operator sees all, retired ones too.</summary>
internal sealed class TenantsEndpoint(TenantStore tenants, PeopleStore people, TenantAnswers answers) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Tenants", HttpMethods.Get, Routes.Tenants, Access.Person);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PageQuery.TryRead(request, out var query, out var problem))
        {
            return problem;
        }

        var (page, next) = await query.TakeAsync(
            VisibleAsync(request.Caller(), query.After ?? "", cancellationToken), tenant => tenant.Id.Value, $"/{Routes.Tenants}");
        var shown = new List<TenantAnswer>(page.Count);
        foreach (var tenant in page)
        {
            shown.Add(await answers.OfAsync(tenant, cancellationToken));
        }

        return Results.Json(new TenantListAnswer(shown, next), LinkingJson.Default.TenantListAnswer);
    }

    private async IAsyncEnumerable<Tenant> VisibleAsync(
        Caller caller, string after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var id in IdsAsync(caller, cancellationToken))
        {
            // A name in the list without a tenant behind it is left by a creation that died.
            if (string.CompareOrdinal(id.Value, after) > 0
                && await tenants.FindAsync(id, cancellationToken) is { } tenant
                && (caller.IsOperator || tenant.State != TenantState.Retired))
            {
                yield return tenant;
            }
        }
    }

    private async IAsyncEnumerable<TenantId> IdsAsync(Caller caller, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // An operator may be a person who is signed in: what roles he has besides does not matter.
        var ids = caller.IsOperator
            ? tenants.ListAsync(cancellationToken)
            : (await people.TenantsOfAsync(caller.Person ?? "", cancellationToken)).ToAsyncEnumerable();
        await foreach (var id in ids)
        {
            yield return id;
        }
    }
}
