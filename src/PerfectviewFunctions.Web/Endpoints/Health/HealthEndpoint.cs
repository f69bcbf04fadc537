using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Health;

/// <summary>Answers without touching anything: the process is there.</summary>
internal sealed class HealthEndpoint : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Health", HttpMethods.Get, Routes.Health, Access.Anybody);

    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Results.Json(new HealthAnswer("healthy"), AnswerJson.Default.HealthAnswer));
}
