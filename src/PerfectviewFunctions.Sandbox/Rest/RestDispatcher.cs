namespace PerfectviewFunctions.Sandbox;

/// <summary>Takes a REST call to its operation, past the session.</summary>
internal sealed class RestDispatcher(SandboxBooks books, TimeProvider clock)
{
    /// <summary>The caller of an operation in a session, or the code that refuses it; neither when it opens one.</summary>
    public (Caller? Caller, string? Error) Admit(RestRequest request)
    {
        if (request.Route.Action == RestAction.OpenSession)
        {
            return (null, null);
        }

        return books.Sessions.Find(request.Token, CallApi.Rest).Session is { } session
            && books.Find(session.Administration) is { } administration
                ? (new Caller(session.UserName, administration), null)
                : (null, RestErrors.NotAuthenticated);
    }

    public RestResult Execute(RestRequest request, Caller? caller)
    {
        if (request.Route.HasBody && request.Body.Fault is { } fault)
        {
            return RestResult.Refused(fault);
        }

        return books.InOneStep(() => caller is null
            ? RestSessionOperations.Open(books, request.Body.Values!, clock)
            : InSession(request, caller));
    }

    private RestResult InSession(RestRequest request, Caller caller)
    {
        var (administration, body, query, id) = (caller.Administration, request.Body.Values!, request.Query, request.Route.Id);
        return request.Route.Action switch
        {
            RestAction.CloseSession => RestSessionOperations.Close(books, request.Token),
            RestAction.ListAdministrations => RestResult.Refused(RestErrors.AccountantsOnly),
            RestAction.ListLinkedAdministrations => RestSessionOperations.ListLinked(books, caller.UserName, query),
            RestAction.ListLedgers => RestLedgerOperations.List(administration, query),
            RestAction.GetLedger => RestLedgerOperations.Get(administration, id),
            RestAction.ListRelations => RestRelationOperations.List(administration, query),
            RestAction.GetRelation => RestRelationOperations.Get(administration, id),
            RestAction.AddRelation => RestRelationOperations.Add(administration, body),
            RestAction.UpdateRelation => RestRelationOperations.Update(administration, id, body),
            RestAction.ListMutations => RestMutationOperations.List(administration, query, books.Switches),
            RestAction.GetMutation => RestMutationOperations.Get(administration, id),
            RestAction.AddMutation => RestMutationOperations.Add(administration, body, books.Switches),
            RestAction.ListOutstanding => RestMutationOperations.ListOutstanding(administration, query),
            var other => throw new InvalidOperationException($"{other} has a route but is not implemented."),
        };
    }
}
