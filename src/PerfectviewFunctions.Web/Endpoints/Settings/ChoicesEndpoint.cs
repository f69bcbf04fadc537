using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>The VAT codes of our table and the accounts that the tenant's administration has at this moment.</summary>
internal sealed class ChoicesEndpoint(TenantStore tenants, LiveAccounts accounts) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("VatMappingChoices", HttpMethods.Get, Routes.VatMappingChoices, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        return await accounts.ReadAsync(tenant, cancellationToken) switch
        {
            AccountsRead.Found found => Results.Json(ChoicesAnswer.Of(found.Accounts), SettingsJson.Default.ChoicesAnswer),
            AccountsRead.NotLinked => Problem.Of(StatusCodes.Status409Conflict, Reason.Of(ReasonCode.NotLinked)),
            AccountsRead.Unavailable unavailable => Problem.Of(StatusCodes.Status503ServiceUnavailable, unavailable.Reason),
            _ => throw new InvalidOperationException("Accounts read in an unknown way."),
        };
    }
}
