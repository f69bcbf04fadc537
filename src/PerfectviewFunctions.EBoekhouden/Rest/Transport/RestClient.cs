using System.Net;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Sessions;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Transport;

/// <summary>
/// Sends one REST call and says what is known afterwards. Never repeats a call.
/// </summary>
/// <remarks>
/// A call that changes nothing in the books was, when it failed, not done. One that does is <c>NotDone</c> only where that is proven:
/// its body never left (no address, no connection, no TLS, time over before), or the answer is 429, which a server gives instead of
/// doing the work. A 401 proves it too, and is told as a refused session. 400, 403, 404 and 409 are refusals only with the service's own error body, which has a
/// code; without one they may come from a firewall that refuses what the service answered. They are <c>Unclear</c> then, as is every other status.
/// </remarks>
internal sealed class RestClient(HttpClient http, RestOptions options, TimeProvider clock, CallWatch watch)
{
    // A path is added to it, also where somebody left out the slash.
    private readonly string root = options.Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/";

    /// <param name="session">Null for a call without one.</param>
    /// <exception cref="OperationCanceledException">The caller of a read left.</exception>
    public Task<Answer<T>> CallAsync<T>(RestCall<T> call, RestSession? session, CallLimit limit) =>
        watch.SeenAsync(call.Operation, () => SendAsync(call, session, limit));

    private async Task<Answer<T>> SendAsync<T>(RestCall<T> call, RestSession? session, CallLimit limit)
    {
        using var content = call.Body is { } body ? new SendOnceContent(body, "application/json", limit) : null;
        using var request = new HttpRequestMessage(call.Method, new Uri(root + call.Path));
        request.Version = HttpVersion.Version11;
        request.Content = content;
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (session is not null)
        {
            // Without "Bearer": so the quick start of the API's description says.
            request.Headers.TryAddWithoutValidation("Authorization", session.Token);
        }

        try
        {
            limit.ThrowIfOver();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await ReadAsync(call, response, session, limit);
        }
        // Whatever went wrong: once the body may have left, no exception may hide that the call may have been done.
        catch (Exception exception)
        {
            if (!call.ChangesBooks)
            {
                limit.ThrowIfCallerLeft();
            }

            var unsent = content is not null && content.TryRevoke();

            // Without a body nobody knows whether the request left; a cancellation that nobody asked for is the connect time-out.
            var sent = content is not null && !unsent;
            return Failed(call, CallFault.Of(exception, limit.IsOver, sent), provenUndone: unsent);
        }
    }

    private async Task<Answer<T>> ReadAsync<T>(RestCall<T> call, HttpResponseMessage response, RestSession? session, CallLimit limit)
    {
        if (call.Done.Contains(response.StatusCode))
        {
            var received = await response.Content.ReadAsStreamAsync(limit.Token);
            await using var body = new BoundedStream(received, Math.Min(call.MaxBytes, options.MaxAnswerBytes), limit.Token);
            return new Answer<T>.Success(await call.ReadAsync(body, limit.Token));
        }

        var status = response.StatusCode;
        if (status == HttpStatusCode.Unauthorized && !call.OpensSession)
        {
            return new Answer<T>.Refused(RestRefusal.SessionEnded);
        }

        var error = RestRefusal.MayBe(status) ? await ErrorAsync(response, limit) : ServiceError.None;
        return error switch
        {
            { Code: RestRefusal.SomethingWrong } => Failed(call, new CallFault(CallFailure.ServerError, error.Code), provenUndone: false),
            { Code: RestRefusal.SessionEnded } or { HasCode: false } when call.OpensSession && status == HttpStatusCode.Unauthorized =>
                new Answer<T>.Refused(RestRefusal.TokenRefused),
            { HasCode: true } when status == HttpStatusCode.NotFound && error.Code == call.AbsentCode => new Answer<T>.Success(call.Absent!),
            { HasCode: true } => new Answer<T>.Refused(error.Code, WithoutSecret(error.Text, session)),
            _ => Failed(call, CallFault.Of(response, clock.GetUtcNow()), provenUndone: status == HttpStatusCode.TooManyRequests),
        };
    }

    /// <summary>A body that can't be read is none; a time limit or a lost connection ends the call as it would any other.</summary>
    private async Task<ServiceError> ErrorAsync(HttpResponseMessage response, CallLimit limit)
    {
        try
        {
            var received = await response.Content.ReadAsStreamAsync(limit.Token);
            return await RestRefusal.ReadAsync(received, options.MaxAnswerBytes, limit);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or UnreadableAnswerException)
        {
            return ServiceError.None;
        }
    }

    /// <summary>The service's words, unless they may quote what is secret: of the opening of a session none.</summary>
    private static string? WithoutSecret(string? text, RestSession? session) =>
        session is null || text?.Contains(session.Token, StringComparison.OrdinalIgnoreCase) == true ? null : text;

    private static Answer<T> Failed<T>(RestCall<T> call, CallFault fault, bool provenUndone) => provenUndone || !call.ChangesBooks
        ? new Answer<T>.NotDone(fault.Code, fault.Detail, fault.RetryAfter)
        : new Answer<T>.Unclear(fault.Code, fault.Detail);
}
