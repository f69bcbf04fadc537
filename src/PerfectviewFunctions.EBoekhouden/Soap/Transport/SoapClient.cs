using System.Net;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Soap.Messages;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Transport;

/// <summary>
/// Sends one SOAP call and says what is known afterwards. Never repeats a call.
/// </summary>
/// <remarks>
/// A call that changes nothing in the books was, when it failed, not done. One that does is <c>NotDone</c> only where that is proven:
/// its body never left (no address, no connection, no TLS, time over before), or the answer is 429, which a server gives instead of
/// doing the work. Every other status is <c>Unclear</c>: 500, 502, 503 and 504 may come from a proxy that had passed the request on, 3xx
/// from an application that leads to an error page after the work, 4xx from a firewall that refuses what the application answered.
/// Where such a status is lasting, OpenSession at the same address has met it first, and there it is <c>NotDone</c>.
/// </remarks>
internal sealed class SoapClient(HttpClient http, SoapOptions options, TimeProvider clock, CallWatch watch)
{
    /// <exception cref="OperationCanceledException">The caller of a read left.</exception>
    public Task<Answer<T>> CallAsync<T>(SoapCall<T> call, CallLimit limit) => watch.SeenAsync(call.Operation, () => SendAsync(call, limit));

    private async Task<Answer<T>> SendAsync<T>(SoapCall<T> call, CallLimit limit)
    {
        using var content = new SendOnceContent(SoapEnvelope.Write(call), "text/xml", limit);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Endpoint);
        request.Version = HttpVersion.Version11;
        request.Content = content;
        request.Headers.TryAddWithoutValidation("SOAPAction", $"\"{SoapEnvelope.ServiceNamespace}/{call.Operation}\"");
        try
        {
            limit.ThrowIfOver();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                var provenUndone = response.StatusCode == HttpStatusCode.TooManyRequests;
                return Failed(call, CallFault.Of(response, clock.GetUtcNow()), provenUndone);
            }

            var received = await response.Content.ReadAsStreamAsync(limit.Token);
            await using var body = new BoundedStream(received, options.MaxAnswerBytes, limit.Token);
            return await SoapAnswer.ReadAsync(call, body, options.MaxAnswerBytes) switch
            {
                Answer<T>.Unclear unclear => Failed(call, new CallFault(unclear.Code, unclear.Detail), provenUndone: false),
                var answer => answer,
            };
        }
        // Whatever went wrong: once the body may have left, no exception may hide that the call may have been done.
        catch (Exception exception)
        {
            if (!call.ChangesBooks)
            {
                limit.ThrowIfCallerLeft();
            }

            var unsent = content.TryRevoke();
            return Failed(call, CallFault.Of(exception, limit.IsOver, !unsent), provenUndone: unsent);
        }
    }

    private static Answer<T> Failed<T>(SoapCall<T> call, CallFault fault, bool provenUndone) => provenUndone || !call.ChangesBooks
        ? new Answer<T>.NotDone(fault.Code, fault.Detail, fault.RetryAfter)
        : new Answer<T>.Unclear(fault.Code, fault.Detail);
}
