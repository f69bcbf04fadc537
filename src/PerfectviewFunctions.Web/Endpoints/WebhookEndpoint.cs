using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Events;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>Where Perfectview's events come in. The body of the method is the order of its checks.</summary>
internal sealed partial class WebhookEndpoint(
    TenantStore tenants,
    TenantSecrets secrets,
    IEventReader reader,
    Backlogs backlogs,
    EventIntake intake,
    TimeProvider time,
    ILogger<WebhookEndpoint> logger)
    : IEndpoint
{
    /// <summary>How long a body may take to come in: a sender who dawdles keeps a place that others need.</summary>
    private static readonly TimeSpan BodyWithin = TimeSpan.FromSeconds(30);

    public EndpointDefinition Definition { get; } = new("Webhook", HttpMethods.Post, Routes.Webhook, Access.Signature);

    private static IResult NotLetIn => Problem.Unauthorized(
        "The signature does not fit. Check the tenant in the address, the webhook secret (whsec_…), the clock of the sender and that the body is sent as it was signed.");

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!JsonBody.IsJson(request.ContentType))
        {
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, "Send the events as application/json in UTF-8.");
        }

        if (await ReadAsync(request, cancellationToken) is not { } body)
        {
            return Problem.Of(
                StatusCodes.Status413PayloadTooLarge, $"A request holds at most {WebhookLimits.RequestBytes} bytes. Send the events in several requests.");
        }

        if (await LetInAsync(request, body, cancellationToken) is not { } tenant)
        {
            return NotLetIn;
        }

        if (tenant.State != TenantState.Linked)
        {
            return Problem.Of(
                StatusCodes.Status409Conflict,
                "This tenant is not linked to an administration, so nothing was stored. Link it and offer the events again.");
        }

        return reader.Read(body) switch
        {
            EventsRead.Unreadable unreadable => Problem.Of(StatusCodes.Status400BadRequest, unreadable.Fault),
            EventsRead.TooLarge tooLarge => Problem.Of(StatusCodes.Status413PayloadTooLarge, tooLarge.Fault),
            EventsRead.Events events => await TakeAsync(request, tenant, events.Items, cancellationToken),
            _ => throw new InvalidOperationException("A body of an unknown kind."),
        };
    }

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(BodyWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await JsonBody.ReadAsync(request, WebhookLimits.RequestBytes, either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body came in too slowly.", StatusCodes.Status408RequestTimeout, exception);
        }
    }

    private async Task<IResult> TakeAsync(HttpRequest request, Tenant tenant, IReadOnlyList<EventRead> events, CancellationToken cancellationToken)
    {
        var (entry, tooMany) = await backlogs.EnterAsync(tenant.Id, events.Count, cancellationToken);
        if (tooMany is not null && !await intake.KnowsAllAsync(tenant, events, cancellationToken))
        {
            request.HttpContext.Response.Headers.RetryAfter = Backlogs.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return Problem.Of(StatusCodes.Status429TooManyRequests, tooMany);
        }

        // Without one it is what came in before: it adds nothing, and its sender has to hear that it is here.
        using (entry)
        {
            if (await intake.TakeAsync(tenant, events, cancellationToken) is not { } outcomes)
            {
                return NotLetIn;
            }

            entry?.LeftUndone(outcomes.Count(outcome => outcome.IsPending));
            return Answer(outcomes);
        }
    }

    /// <summary>
    /// The tenant whose sender proves himself, or null: one that is unknown or retired looks like a wrong secret. A proof that fits nothing that is
    /// kept is held against the secrets as they stand now.
    /// </summary>
    private async Task<Tenant?> LetInAsync(HttpRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (!TenantId.TryParse(request.RouteValues["tenant"] as string, out var id))
        {
            Log.NotLetIn(logger, Verify(request, body, []));
            return null;
        }

        var tenant = await tenants.FindWithoutMappingAsync(id, cancellationToken);
        var signature = SignatureResult.NoMatch;
        TimeSpan[] ages = [SecretAge.SinceChange(tenant?.Dates.WebhookSecretAt, time.GetUtcNow()), SecretAge.AfterRefusal];
        foreach (var age in ages)
        {
            var keys = await KeysAsync(tenant, id, age, cancellationToken);
            signature = Verify(request, body, keys);
            if (signature == SignatureResult.Valid | HasToken(request, tenant, keys))
            {
                return tenant;
            }
        }

        Log.NotLetIn(logger, signature);
        return null;
    }

    /// <summary>What the tenant's sender may sign with.</summary>
    private async Task<IReadOnlyList<WebhookSecret>> KeysAsync(Tenant? tenant, TenantId id, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        var webhook = await secrets.WebhookAsync(id, maxAge, cancellationToken);
        if (tenant is not { State: TenantState.Linked or TenantState.Unlinked } || webhook is null)
        {
            return [];
        }

        var keys = new List<WebhookSecret>(2);
        foreach (var text in webhook.ValidAt(time.GetUtcNow()))
        {
            if (WebhookSecret.TryParse(text, out var key))
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    private SignatureResult Verify(HttpRequest request, ReadOnlyMemory<byte> body, IReadOnlyList<WebhookSecret> keys) =>
        StandardWebhooks.Verify(
            body.Span,
            request.Headers[WebhookHeaders.Id],
            request.Headers[WebhookHeaders.Timestamp],
            request.Headers[WebhookHeaders.Signature],
            keys,
            time.GetUtcNow());

    /// <summary>
    /// Whether the sender shows the secret itself. The header counts only where the tenant says so; the work is done for everybody, so that its
    /// length tells nobody who does.
    /// </summary>
    private static bool HasToken(HttpRequest request, Tenant? tenant, IReadOnlyList<WebhookSecret> keys)
    {
        var offered = tenant?.Settings.WebhookProof == WebhookProof.Token ? (string?)request.Headers[WebhookHeaders.Token] : null;
        return WebhookToken.Matches(offered, keys);
    }

    private static IResult Answer(IReadOnlyList<EventOutcome> outcomes)
    {
        var status = outcomes switch
        {
            _ when outcomes.All(outcome => outcome.Kind == OutcomeKind.Refused) => StatusCodes.Status400BadRequest,
            _ when outcomes.Any(outcome => outcome.IsPending) => StatusCodes.Status202Accepted,
            _ => StatusCodes.Status200OK,
        };
        return Results.Json(WebhookAnswer.Of(outcomes), AnswerJson.Default.WebhookAnswer, statusCode: status);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A webhook call was not let in: {Result}")]
        public static partial void NotLetIn(ILogger logger, SignatureResult result);
    }
}
