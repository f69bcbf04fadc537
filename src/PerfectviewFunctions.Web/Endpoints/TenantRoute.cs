using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>The tenant that a route names, for those who were let in.</summary>
internal static class TenantRoute
{
    /// <returns>Null for a tenant that does not exist or was retired: answer <c>Problem.NoSuchTenant</c>.</returns>
    public static async Task<Tenant?> FindTenantAsync(
        this HttpRequest request, TenantStore tenants, CancellationToken cancellationToken) =>
        await request.FindAsync(tenants, cancellationToken) is { State: not TenantState.Retired } tenant ? tenant : null;

    /// <summary>As <see cref="FindTenantAsync"/>, but an operator finds a retired tenant too.</summary>
    public static async Task<Tenant?> FindTenantOrRetiredAsync(
        this HttpRequest request, TenantStore tenants, CancellationToken cancellationToken) =>
        request.Caller().IsOperator
            ? await request.FindAsync(tenants, cancellationToken)
            : await request.FindTenantAsync(tenants, cancellationToken);

    private static async Task<Tenant?> FindAsync(this HttpRequest request, TenantStore tenants, CancellationToken cancellationToken) =>
        TenantId.TryParse(request.RouteValues["tenant"] as string, out var id) ? await tenants.FindAsync(id, cancellationToken) : null;
}
