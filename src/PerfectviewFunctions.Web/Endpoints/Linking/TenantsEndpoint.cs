using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>The tenants that the caller may see, by id, in pages: <c>?limit=100&amp;after=id</c>. An operator sees retired ones too.</summary>
internal sealed class TenantsEndpoint(TenantStore tenants, PeopleStore people, TenantAnswers answers) : IEndpoint
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 200;

    public EndpointDefinition Definition { get; } = new("Tenants", HttpMethods.Get, Routes.Tenants, Access.Person);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!TryReadLimit(request.Query["limit"], out var limit))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, $"The limit is a whole number from 1 to {MaxLimit}.");
        }

        string? after = request.Query["after"];
        if (!string.IsNullOrEmpty(after) && !TenantId.TryParse(after, out _))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "The value of after is the id of a tenant. Use the address that an answer gives as next.");
        }

        var page = new List<TenantAnswer>(limit);
        string? next = null;
        await foreach (var tenant in VisibleAsync(request.Caller(), after ?? "", cancellationToken))
        {
            if (page.Count == limit)
            {
                next = FormattableString.Invariant($"/{Routes.Tenants}?limit={limit}&after={page[^1].Id}");
                break;
            }

            page.Add(await answers.OfAsync(tenant, cancellationToken));
        }

        return Results.Json(new TenantListAnswer(page, next), LinkingJson.Default.TenantListAnswer);
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
        var ids = caller.Person is { } person
            ? (await people.TenantsOfAsync(person, cancellationToken)).ToAsyncEnumerable()
            : tenants.ListAsync(cancellationToken);
        await foreach (var id in ids)
        {
            yield return id;
        }
    }

    private static bool TryReadLimit(string? text, out int limit)
    {
        limit = DefaultLimit;
        return string.IsNullOrEmpty(text)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit);
    }
}
