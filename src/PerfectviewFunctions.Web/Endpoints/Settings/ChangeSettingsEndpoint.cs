using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>Changes any of a tenant's settings, under the version that was read.</summary>
internal sealed class ChangeSettingsEndpoint(TenantStore tenants, SettingsDesk desk) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("ChangeSettings", HttpMethods.Patch, Routes.Settings, Access.TenantManage);

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

        var (sent, problem) = await ApiBody.ReadAsync(request, SentJson.Default.JsonDocument, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        using (sent)
        {
            var change = SettingsChange.Read(sent.RootElement);
            return Answer(request, await desk.SaveAsync(tenant.Id, version, change, request.Caller().Actor, cancellationToken));
        }
    }

    private static IResult Answer(HttpRequest request, SettingsSaved saved)
    {
        switch (saved)
        {
            case SettingsSaved.Saved(var tenant):
                ReadVersion.Tell(request, tenant.SettingsMark.Version);
                return Results.Json(SettingsAnswer.Of(tenant), SettingsJson.Default.SettingsAnswer);
            case SettingsSaved.VersionConflict(var current, var yours):
                ReadVersion.Tell(request, current.SettingsMark.Version);
                return Results.Json(
                    ConflictAnswer<SettingsAnswer>.Of(current.SettingsMark, SettingsAnswer.Of(yours), SettingsAnswer.Of(current)),
                    SettingsJson.Default.ConflictAnswerSettingsAnswer,
                    Problem.ContentType,
                    StatusCodes.Status412PreconditionFailed);
            case SettingsSaved.Faulty(var faults):
                return Problem.Of(faults);
            case SettingsSaved.BooksUnavailable(var reason):
                return Problem.Of(StatusCodes.Status503ServiceUnavailable, reason);
            case SettingsSaved.NoSuchTenant:
                return Problem.NoSuchTenant;
            default:
                throw new InvalidOperationException("Settings saved in an unknown way.");
        }
    }
}
