using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Web.Endpoints.Health;

/// <summary>Answers without touching anything: the process is there, and which version it is.</summary>
internal sealed class HealthEndpoint : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Health", HttpMethods.Get, Routes.Health, Access.Anybody);

    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Results.Json(new HealthAnswer("healthy", ProductVersion.Text), AnswerJson.Default.HealthAnswer));
}
