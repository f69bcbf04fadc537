using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>
/// The one wrapper around every endpoint, on every host: access, headers, and an answer in words for whatever goes wrong. The worker of Azure
/// Functions has no place for ASP.NET middleware, so nothing of this may live there.
/// </summary>
public sealed partial class EndpointGate(AdminKey adminKey, ILogger<EndpointGate> logger)
{
    private const int ClientClosedRequest = 499;

    public async Task<IResult> RunAsync(IEndpoint endpoint, HttpRequest request, CancellationToken cancellationToken)
    {
        AddHeaders(request.HttpContext.Response.Headers);
        try
        {
            return await MayCallAsync(endpoint.Definition.Access, request, cancellationToken)
                ? await endpoint.HandleAsync(request, cancellationToken)
                : Problem.Unauthorized($"This needs the admin key in the header {AdminKey.Header}.");
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

    private async Task<bool> MayCallAsync(Access access, HttpRequest request, CancellationToken cancellationToken)
    {
        if (access is Access.Anybody or Access.Signature)
        {
            return true;
        }

        if (!Enum.IsDefined(access) || !await adminKey.IsRightAsync(request.Headers[AdminKey.Header], cancellationToken))
        {
            return false;
        }

        request.SetCaller(Caller.Operator);
        return true;
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
    }
}
