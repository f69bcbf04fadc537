using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>Makes a webhook secret, or replaces it; the answer shows it this one time.</summary>
internal sealed class WebhookSecretEndpoint(KeyDesk desk) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("WebhookSecret", HttpMethods.Post, Routes.WebhookSecret, Access.TenantManage);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (id, sent, problem) = await TenantAct.ReadAsync(request, LinkingJson.Default.WebhookSecretBody, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        var fresh = WebhookSecret.Generate().Reveal();
        var change = await desk.RotateWebhookAsync(id, fresh, sent.KeepPreviousHours, request.Caller().Actor, cancellationToken);
        return change is LinkChange.Done done
            ? Results.Json(
                new WebhookSecretAnswer(
                    fresh, done.Tenant.Dates.PreviousWebhookSecretUntil, done.Note is { } note ? NoteAnswer.Of(note) : null),
                LinkingJson.Default.WebhookSecretAnswer)
            : LinkProblem.Of(change, request.HttpContext.Response);
    }
}
