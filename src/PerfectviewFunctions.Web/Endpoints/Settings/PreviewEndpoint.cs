using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>Shows what an event would become in the books, by what is saved or by what is about to be.</summary>
internal sealed class PreviewEndpoint(TenantStore tenants, BookingPreview preview) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Preview", HttpMethods.Post, Routes.Preview, Access.TenantView);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        var (sent, problem) = await ApiBody.ReadAsync(request, SettingsJson.Default.PreviewRequest, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        var rows = sent.Rows is null ? null : MappingRowSent.ToChoices(sent.Rows);
        var change = sent.Settings is { } settings ? SettingsChange.Read(settings) : null;
        return preview.Make(tenant, sent.Event, rows, change) switch
        {
            PreviewResult.Shown shown => Results.Json(PreviewAnswer.Of(shown), SettingsJson.Default.PreviewAnswer),
            PreviewResult.Faulty(var faults) => Problem.Of(faults),
            _ => throw new InvalidOperationException("A preview of an unknown kind."),
        };
    }
}
