using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>The settings of a tenant, with the version to change them under.</summary>
internal sealed class SettingsEndpoint(TenantStore tenants) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Settings", HttpMethods.Get, Routes.Settings, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        ReadVersion.Tell(request, tenant.SettingsMark.Version);
        return Results.Json(SettingsAnswer.Of(tenant), SettingsJson.Default.SettingsAnswer);
    }
}
