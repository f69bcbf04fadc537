using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace PerfectviewFunctions.EBoekhouden.Tests.Rest.Support;

/// <summary>
/// The far end of the REST gateway, without a network: opens a new session T-1, T-2, … at each POST of one, and answers everything else as the test says. A call is
/// named by method and path, with {id} in the place of a number. Reads every request to its end, as a service does before it works.
/// </summary>
internal sealed class ScriptedRest : HttpMessageHandler
{
    public const string OpenSession = "POST /v1/session";
    public const string CloseSession = "DELETE /v1/session";
    public const string Book = "POST /v1/mutation";
    public const string Find = "GET /v1/mutation";
    public const string Look = "GET /v1/mutation/{id}";
    public const string Outstanding = "GET /v1/mutation/invoice/outstanding";
    public const string Ledger = "GET /v1/ledger";
    public const string Relations = "GET /v1/relation";
    public const string Relation = "GET /v1/relation/{id}";
    public const string AddRelation = "POST /v1/relation";
    public const string ChangeRelation = "PATCH /v1/relation/{id}";

    private readonly ConcurrentQueue<SeenCall> seen = new();
    private readonly ConcurrentDictionary<string, Func<SeenCall, CancellationToken, Task<HttpResponseMessage>>> answers = new();
    private int sessions;

    public ScriptedRest()
    {
        On(OpenSession, _ => Json(HttpStatusCode.OK, string.Create(
            CultureInfo.InvariantCulture, $$"""{"token":"T-{{Interlocked.Increment(ref sessions)}}","expiresIn":3600}""")));
        On(CloseSession, _ => Json(HttpStatusCode.NoContent, ""));
        On(Ledger, Ledgers);
        On(Relations, RelationList);
        On(Relation, """{"id":21,"type":"B","code":"PV10001","name":"Bakkerij De Halve Maan B.V."}""");
        On(Look, _ => Json(HttpStatusCode.OK, Mutation));
    }

    public const string Ledgers =
        """{"items":[{"id":11,"code":"1300","category":"DEB"},{"id":12,"code":"8000","category":"VW"},{"id":13,"code":"8010","category":"VW"}],"count":3}""";

    public const string RelationList = """{"items":[{"id":21,"type":"B","code":"PV10001"}],"count":1}""";

    /// <summary>The booking of <see cref="RestBench.Booking"/> as it stands in the books.</summary>
    public const string Mutation =
        """
        {"id":77,"type":2,"date":"2026-01-31","invoiceNumber":"A-2026-001","relationId":21,"inExVat":"IN",
         "rows":[{"ledgerId":12,"vatCode":"HOOG_VERK_21","amount":1493.75},{"ledgerId":13,"vatCode":"GEEN","amount":-10.0}],
         "vat":[{"vatCode":"HOOG_VERK_21","amount":259.25}]}
        """;

    public IReadOnlyList<SeenCall> Seen => [.. seen];

    /// <summary>Names of the calls, in their order.</summary>
    public IReadOnlyList<string> Calls => [.. seen.Select(call => call.Name)];

    public ScriptedRest On(string call, Func<SeenCall, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        answers[call] = answer;
        return this;
    }

    public ScriptedRest On(string call, Func<SeenCall, HttpResponseMessage> answer) => On(call, (request, _) => Task.FromResult(answer(request)));

    /// <summary>Answers 200 with this body, or 201 where something is made.</summary>
    public ScriptedRest On(string call, string body) =>
        On(call, _ => Json(call.StartsWith("POST", StringComparison.Ordinal) ? HttpStatusCode.Created : HttpStatusCode.OK, body));

    /// <summary>Waits until such a call has come in.</summary>
    public async Task ArrivedAsync(string call)
    {
        while (!Calls.Contains(call))
        {
            await Task.Delay(1);
        }
    }

    public SeenCall Single(string call) => Assert.Single(Seen, request => request.Name == call);

    public static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>An error body as the service writes it.</summary>
    public static HttpResponseMessage Refused(HttpStatusCode status, string code, string message = "Fout") => Json(
        status, $$"""{"errors":["{{message}}"],"type":"validation","propertyName":null,"code":"{{code}}","title":"Titel","message":"{{message}}","status":{{(int)status}},"traceId":"x"}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = "";
        if (request.Content is not null)
        {
            using var copied = new MemoryStream();
            await request.Content.CopyToAsync(copied, cancellationToken); // as onto a connection: nothing is kept in the content
            body = Encoding.UTF8.GetString(copied.ToArray());
        }

        var path = string.Join('/', request.RequestUri!.AbsolutePath.Split('/').Select(part => part.Length > 0 && part.All(char.IsAsciiDigit) ? "{id}" : part));
        var call = new SeenCall($"{request.Method} {path}", request.RequestUri.PathAndQuery, body, request);
        seen.Enqueue(call);
        return answers.TryGetValue(call.Name, out var answer) ? await answer(call, cancellationToken) : new HttpResponseMessage(HttpStatusCode.NotImplemented);
    }
}

/// <summary>A request as it left the gateway.</summary>
internal sealed record SeenCall(string Name, string PathAndQuery, string Body, HttpRequestMessage Message)
{
    public string? Session => Message.Headers.TryGetValues("Authorization", out var values) ? Assert.Single(values) : null;
}
