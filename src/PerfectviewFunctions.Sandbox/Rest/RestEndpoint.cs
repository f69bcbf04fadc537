namespace PerfectviewFunctions.Sandbox;

/// <summary>/v1: calls of the REST API, struck by faults and logged as those of SOAP are.</summary>
internal sealed class RestEndpoint(SandboxBooks books, TimeProvider clock, CallHandler handler)
{
    public const string Path = "/v1";

    private const string Json = "application/json";

    private readonly RestDispatcher dispatcher = new(books, clock);

    public async Task HandleAsync(HttpContext context)
    {
        var receivedAt = clock.GetUtcNow();
        var http = context.Request;
        var route = RestRoute.Find(http.Method, http.RouteValues["below"] as string ?? "", out var known);
        if (route is null)
        {
            await RefuseAsync(context, receivedAt, known
                ? Plain(StatusCodes.Status405MethodNotAllowed, "Method Not Allowed")
                : Plain(StatusCodes.Status404NotFound, "Not Found"));
            return;
        }

        var body = route.HasBody ? await RestBody.ReadAsync(http, context.RequestAborted) : RestBody.None;
        if (body.Raw.Length > 0 && !RestBody.IsJson(http.ContentType))
        {
            await RefuseAsync(context, receivedAt, Plain(StatusCodes.Status415UnsupportedMediaType, "Unsupported Media Type"));
            return;
        }

        var request = new RestRequest(route, $"{http.Method} {http.Path}{http.QueryString}", http.Query, body, RestRequest.TokenOf(http));
        var call = new RestCall(request, books, dispatcher);
        books.Calls.CameIn(call.Operation);
        var fault = books.Faults.Take(call.Operation, call.InvoiceNumber, call.RelationCode);
        var reply = await handler.HandleAsync(call, fault);
        books.Calls.Finished(CallHandler.LogOf(call, receivedAt, fault?.Kind, reply));
        await reply.SendAsync(context, reply.Body, Json);
    }

    private static Reply Plain(int status, string title) =>
        new($"{status} {title}", RestErrorBody.Plain(status, "validation", title).ToJsonString()) { Status = status };

    /// <summary>It is no call of ours, and no fault strikes it.</summary>
    private async Task RefuseAsync(HttpContext context, DateTimeOffset receivedAt, Reply reply)
    {
        books.Calls.Finished(new SandboxCall("", receivedAt, "", "", reply.Outcome, null, "", reply.Body) { Api = CallApi.Rest });
        await reply.SendAsync(context, reply.Body, Json);
    }
}
