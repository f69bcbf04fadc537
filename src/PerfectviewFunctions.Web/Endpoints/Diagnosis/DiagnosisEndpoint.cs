using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Diagnosis;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Diagnosis;

/// <summary>How a tenant stands, what is wrong with it and what to do; if asked for, also where store and books do not agree.</summary>
internal sealed class DiagnosisEndpoint(TenantStore tenants, Diagnoses diagnoses) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Diagnosis", HttpMethods.Get, Routes.Diagnosis, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!DiagnosisQuery.TryRead(request, out var query, out var problem))
        {
            return problem;
        }

        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        var diagnosis = await diagnoses.OfAsync(tenant, query.Days, cancellationToken);
        return Results.Json(DiagnosisAnswer.Of(diagnosis), DiagnosisJson.Default.DiagnosisAnswer);
    }
}
