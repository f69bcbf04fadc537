using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>What every act on a tenant's link begins with: the tenant's id and what was sent.</summary>
internal static class TenantAct
{
    /// <returns>The id and the body, or else the answer that says what is wrong. Whether there is such a tenant the desk says.</returns>
    public static async Task<(TenantId Id, T? Sent, IResult? Problem)> ReadAsync<T>(
        HttpRequest request, JsonTypeInfo<T> form, CancellationToken cancellationToken)
        where T : class
    {
        if (!TenantId.TryParse(request.RouteValues["tenant"] as string, out var id))
        {
            return (default, null, Problem.NoSuchTenant);
        }

        var (sent, problem) = await ApiBody.ReadAsync(request, form, cancellationToken);
        return (id, sent, problem);
    }
}
