using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace PerfectviewFunctions.EBoekhouden.Tests.Support;

/// <summary>
/// The far end of the gateway, without a network: opens a new session {S-1}, {S-2}, … at each OpenSession and answers everything else as
/// the test says. Reads every request to its end, as a service does before it works.
/// </summary>
internal sealed class ScriptedService : HttpMessageHandler
{
    private readonly ConcurrentQueue<SeenRequest> seen = new();
    private readonly ConcurrentDictionary<string, Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>>> answers = new();
    private int sessions;

    public ScriptedService()
    {
        On("OpenSession", _ => Wire.Ok(Wire.Answer("OpenSession", string.Create(
            CultureInfo.InvariantCulture, $"<SessionID>{{S-{Interlocked.Increment(ref sessions)}}}</SessionID>"))));
        On("CloseSession", _ => Wire.Ok(Wire.Envelope("""<CloseSessionResponse xmlns="http://www.e-boekhouden.nl/soap" />""")));
    }

    public IReadOnlyList<SeenRequest> Seen => [.. seen];

    public IReadOnlyList<string> Operations => [.. seen.Select(request => request.Operation)];

    public ScriptedService On(string operation, Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        answers[operation] = answer;
        return this;
    }

    public ScriptedService On(string operation, Func<SeenRequest, HttpResponseMessage> answer) =>
        On(operation, (request, _) => Task.FromResult(answer(request)));

    /// <summary>Answers with this content of the result element.</summary>
    public ScriptedService On(string operation, string result) => On(operation, _ => Wire.Ok(Wire.Answer(operation, result)));

    public SeenRequest Single(string operation) => Assert.Single(Seen, request => request.Operation == operation);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var action = Assert.Single(request.Headers.GetValues("SOAPAction"));
        var operation = action.Trim('"').Split('/')[^1];
        using var body = new MemoryStream();
        await request.Content!.CopyToAsync(body, cancellationToken); // as onto a connection: nothing is kept in the content
        var read = new SeenRequest(operation, Encoding.UTF8.GetString(body.ToArray()), request, request.Content.Headers.ContentType!.ToString());
        seen.Enqueue(read);
        return answers.TryGetValue(operation, out var answer)
            ? await answer(read, cancellationToken)
            : new HttpResponseMessage(HttpStatusCode.NotImplemented);
    }
}
