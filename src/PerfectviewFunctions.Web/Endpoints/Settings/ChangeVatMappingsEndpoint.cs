using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>Replaces a tenant's VAT mapping, under the version that was read, and says which held-back invoices that sets free.</summary>
internal sealed class ChangeVatMappingsEndpoint(TenantStore tenants, MappingDesk desk) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("ChangeVatMappings", HttpMethods.Put, Routes.VatMappings, Access.TenantManage);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        if (!ReadVersion.TryRead(request, out var version, out var missing))
        {
            return missing;
        }

        var (sent, problem) = await ApiBody.ReadAsync(request, SettingsJson.Default.MappingRequest, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        var rows = MappingRowSent.ToChoices(sent.Rows);
        var saved = await desk.SaveAsync(tenant.Id, version, rows, sent.RetryUnblocked, request.Caller().Actor, cancellationToken);
        return Answer(request, saved, rows);
    }

    private static IResult Answer(HttpRequest request, MappingSaved saved, IReadOnlyList<MappingChoice> rows)
    {
        switch (saved)
        {
            case MappingSaved.Saved done:
                ReadVersion.Tell(request, done.Tenant.MappingMark.Version);
                return Results.Json(MappingAnswer.Of(done), SettingsJson.Default.MappingAnswer);
            case MappingSaved.VersionConflict(var current):
                ReadVersion.Tell(request, current.MappingMark.Version);
                return Results.Json(
                    ConflictAnswer<MappingAnswer>.Of(current.MappingMark, MappingAnswer.Of(rows), MappingAnswer.Of(current)),
                    SettingsJson.Default.ConflictAnswerMappingAnswer,
                    Problem.ContentType,
                    StatusCodes.Status412PreconditionFailed);
            case MappingSaved.Faulty(var faults):
                return Problem.Of(faults);
            case MappingSaved.NotLinked:
                return Problem.Of(StatusCodes.Status409Conflict, Reason.Of(ReasonCode.NotLinked));
            case MappingSaved.BooksUnavailable(var reason):
                return Problem.Of(StatusCodes.Status503ServiceUnavailable, reason);
            case MappingSaved.NoSuchTenant:
                return Problem.NoSuchTenant;
            default:
                throw new InvalidOperationException("A mapping saved in an unknown way.");
        }
    }
}
