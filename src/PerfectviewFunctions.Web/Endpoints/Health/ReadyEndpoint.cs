using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Health;

/// <summary>Says whether the host can work, and if not what is down. It tells anybody no more than that; the log has the rest.</summary>
internal sealed class ReadyEndpoint(Readiness readiness) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Ready", HttpMethods.Get, Routes.Ready, Access.Anybody);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reach = await readiness.AskAsync(cancellationToken);
        var isReady = reach is { Store: true, Secrets: true };
        return Results.Json(
            new ReadyAnswer(isReady ? "ready" : "not-ready", Word(reach.Store), Word(reach.Secrets)),
            AnswerJson.Default.ReadyAnswer,
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static string Word(bool isUp) => isUp ? "up" : "down";
}
