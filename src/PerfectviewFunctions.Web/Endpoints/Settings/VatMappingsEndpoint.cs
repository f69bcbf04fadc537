using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>The VAT mapping of a tenant, with the version to change it under.</summary>
internal sealed class VatMappingsEndpoint(TenantStore tenants) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("VatMappings", HttpMethods.Get, Routes.VatMappings, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        ReadVersion.Tell(request, tenant.MappingMark.Version);
        return Results.Json(MappingAnswer.Of(tenant), SettingsJson.Default.MappingAnswer);
    }
}
