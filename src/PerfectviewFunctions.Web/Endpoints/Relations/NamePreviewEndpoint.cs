using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Relations;

/// <summary>Shows how a name would stand in the books by each choice of the setting personNames.</summary>
internal sealed class NamePreviewEndpoint(TenantStore tenants) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("NamePreview", HttpMethods.Post, Routes.NamePreview, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is null)
        {
            return Problem.NoSuchTenant;
        }

        var (sent, problem) = await ApiBody.ReadAsync(request, RelationJson.Default.NamePreviewBody, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        return sent.Faults() is { Count: > 0 } faults
            ? Problem.Of(faults)
            : Results.Json(NamePreviewAnswer.Of(DebtorName.InAllFormats(sent.ToDetails())), RelationJson.Default.NamePreviewAnswer);
    }
}
