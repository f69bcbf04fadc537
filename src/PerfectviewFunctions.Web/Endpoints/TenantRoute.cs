using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>The tenant that a route names, for those who were let in.</summary>
internal static class TenantRoute
{
    public static async Task<Tenant?> FindTenantAsync(
        this HttpRequest request, TenantStore tenants, CancellationToken cancellationToken) =>
        TenantId.TryParse(request.RouteValues["tenant"] as string, out var id)
        && await tenants.FindAsync(id, cancellationToken) is { State: not TenantState.Retired } tenant
            ? tenant
            : null;
}
