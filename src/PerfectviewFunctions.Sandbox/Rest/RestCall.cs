using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Sandbox;

/// <summary>A call by REST: errors are statuses with a body.</summary>
internal sealed class RestCall : ICall
{
    private readonly RestRequest request;
    private readonly SandboxBooks books;
    private readonly RestDispatcher dispatcher;

    public RestCall(RestRequest request, SandboxBooks books, RestDispatcher dispatcher)
    {
        this.request = request;
        this.books = books;
        this.dispatcher = dispatcher;

        // Looked up now: a fault for a relation may strike a call that changes its code.
        (InvoiceNumber, RelationCode) = RestSubject.Of(request, dispatcher.Admit(request).Caller?.Administration);
    }

    public CallApi Api => CallApi.Rest;

    public string Operation => request.Route.Operation;

    public string InvoiceNumber { get; }

    public string RelationCode { get; }

    public string Request => request.Masked;

    public bool ChangesBooks =>
        request.Route.Action is RestAction.AddMutation or RestAction.AddRelation or RestAction.UpdateRelation;

    public (Caller? Caller, string? Error) Admit() => dispatcher.Admit(request);

    public Reply Do(Caller? caller, bool hidden)
    {
        var result = dispatcher.Execute(request, caller);
        if (hidden)
        {
            result.Body?.Remove("id");
        }

        return Answer(result);
    }

    /// <summary>Not found is only what an id in the path leads to.</summary>
    public Reply Refuse(string code)
    {
        var status = RestErrors.StatusOf(code);
        return Answer(RestResult.Refused(
            code, status: status == StatusCodes.Status404NotFound && request.Route.Id == 0 ? StatusCodes.Status400BadRequest : status));
    }

    public Reply LoseSession()
    {
        books.Sessions.Expire(request.Token, CallApi.Rest);
        return Refuse(RestErrors.NotAuthenticated);
    }

    private static Reply Answer(RestResult result)
    {
        JsonObject? body = result.Code is null ? result.Body : RestErrorBody.Of(result);
        return new Reply(result.Code ?? "OK", body?.ToJsonString() ?? "") { Status = result.Status };
    }
}
