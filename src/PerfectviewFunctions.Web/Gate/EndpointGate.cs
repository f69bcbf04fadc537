using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>
/// The one wrapper around every endpoint, on every host: access, headers, and an answer in words for whatever goes wrong. The worker of Azure
/// Functions has no place for ASP.NET middleware, so nothing of this may live there.
/// </summary>
public sealed partial class EndpointGate
{
    private const int ClientClosedRequest = 499;

    private readonly CallerFinder callers;
    private readonly Admission admission;
    private readonly FailedAttempts failures;
    private readonly Doors doors;
    private readonly GateOptions options;
    private readonly TimeProvider time;
    private readonly Measures measures;
    private readonly ILogger<EndpointGate> logger;

    internal EndpointGate(
        CallerFinder callers,
        Admission admission,
        FailedAttempts failures,
        Doors doors,
        GateOptions options,
        TimeProvider time,
        Measures measures,
        ILogger<EndpointGate> logger)
    {
        (this.callers, this.admission, this.failures, this.doors, this.options) = (callers, admission, failures, doors, options);
        (this.time, this.measures, this.logger) = (time, measures, logger);
        var faults = options.Faults().ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }
    }

    private static IResult Nobody => Problem.Unauthorized(
        $"What was sent does not say who you are. Sign in, or send the admin key in the header {AdminKey.Header}; payments are also read with the tenant's key in {ReadKey.Header}.");

    public async Task<IResult> RunAsync(IEndpoint endpoint, HttpRequest request, CancellationToken cancellationToken)
    {
        var (name, start) = (endpoint.Definition.Name, time.GetTimestamp());
        using var span = Spans.BeginEndpoint(name);
        var answer = await AnswerAsync(endpoint, request, cancellationToken);
        var status = (answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        measures.Answered(name, status, time.GetElapsedTime(start));
        span.Answered(status);
        return answer;
    }

    private async Task<IResult> AnswerAsync(IEndpoint endpoint, HttpRequest request, CancellationToken cancellationToken)
    {
        AddHeaders(request.HttpContext.Response.Headers);
        try
        {
            return await PassAsync(endpoint, request, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Results.StatusCode(ClientClosedRequest);
        }
        catch (BadHttpRequestException exception)
        {
            return Problem.Of(exception.StatusCode, "The request could not be read to its end.");
        }
        catch (Exception exception) when (exception is StoreUnavailableException or SecretsUnavailableException)
        {
            Log.Unavailable(logger, exception, endpoint.Definition.Name);
            request.HttpContext.Response.Headers.RetryAfter = "30";
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "The service can't reach its own store at this moment. Send it again later.");
        }
#pragma warning disable CA1031 // Justification: the last guard before the sender; nothing of the exception may reach him, and all of it the log.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception, endpoint.Definition.Name);
            return Problem.Of(StatusCodes.Status500InternalServerError, "Something went wrong here. Send it again later; what was stored is not lost.");
        }
    }

    private async Task<IResult> PassAsync(IEndpoint endpoint, HttpRequest request, CancellationToken cancellationToken)
    {
        var access = endpoint.Definition.Access;
        if (!Enum.IsDefined(access))
        {
            return Nobody;
        }

        var attempt = Attempt.Of(access, request, options);
        if (attempt is { } next && failures.RestOf(next) is { } rest)
        {
            measures.RefusedAtTheGate(endpoint.Definition.Name, GateRefusal.TooMany);
            return TooMany(request, rest);
        }

        var (pass, crowded) = await doors.EnterAsync(access, request, cancellationToken);
        using var held = pass;
        if (crowded is not null)
        {
            return crowded;
        }

        if (access is not (Access.Anybody or Access.Signature) && await RefusalAsync(endpoint, request, attempt, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var answer = await endpoint.HandleAsync(request, cancellationToken);
        if (access == Access.Signature && answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status401Unauthorized })
        {
            CountFailure(endpoint, attempt);
        }

        return answer;
    }

    private async Task<IResult?> RefusalAsync(IEndpoint endpoint, HttpRequest request, Attempt? attempt, CancellationToken cancellationToken)
    {
        var (caller, offeredWrong) = await callers.FindAsync(endpoint.Definition.Access, request, cancellationToken);
        if (offeredWrong)
        {
            CountFailure(endpoint, attempt);
        }

        if (caller is null)
        {
            return Nobody;
        }

        request.SetCaller(caller);
        return await admission.RefusalAsync(endpoint.Definition.Access, request, caller, cancellationToken) is { } refusal
            ? RefusalAnswer.Of(refusal)
            : null;
    }

    private void CountFailure(IEndpoint endpoint, Attempt? attempt)
    {
        var (name, access) = (endpoint.Definition.Name, endpoint.Definition.Access);
        measures.RefusedAtTheGate(name, access == Access.Signature ? GateRefusal.WrongSignature : GateRefusal.WrongKey);
        if (attempt is { } failed && failures.Count(failed))
        {
            Log.TooMany(logger, failed.Address, name);
        }
    }

    private static IResult TooMany(HttpRequest request, TimeSpan rest)
    {
        var seconds = (long)Math.Ceiling(rest.TotalSeconds);
        request.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(
            StatusCodes.Status429TooManyRequests,
            $"Too many attempts from your address carried a wrong key or signature. Wait {seconds} s, and put the right one in place before the next.");
    }

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Endpoint} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string endpoint);

        [LoggerMessage(2, LogLevel.Warning, "{Endpoint} could not reach the store")]
        public static partial void Unavailable(ILogger logger, Exception exception, string endpoint);

        [LoggerMessage(3, LogLevel.Warning, "Too many failed attempts from {Address}, the last at {Endpoint}; its next ones are refused for a while")]
        public static partial void TooMany(ILogger logger, string address, string endpoint);
    }
}
