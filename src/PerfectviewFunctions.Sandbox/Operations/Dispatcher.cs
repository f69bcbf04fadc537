namespace PerfectviewFunctions.Sandbox;

/// <summary>Takes a call to its operation, past the session.</summary>
internal sealed class Dispatcher(SandboxBooks books, TimeProvider clock)
{
    /// <summary>The caller of an operation in a session, or the code that refuses it; neither for the operations on sessions themselves.</summary>
    public (Caller? Caller, string? Error) Admit(SoapRequest request)
    {
        if (request.Operation.Name is "OpenSession" or "CloseSession")
        {
            return (null, null);
        }

        var (session, error) = books.Sessions.Find(request.Body.Text("SessionID"), CallApi.Soap);
        if (session is null)
        {
            return (null, error);
        }

        return Guid.TryParse(request.Body.Text("SecurityCode2"), out var code)
            && code == session.Administration
            && books.Find(code) is { } administration
                ? (new Caller(session.UserName, administration), null)
                : (null, ErrorCodes.WrongSecurityCode2);
    }

    public OperationResult Execute(SoapRequest request, Caller? caller)
    {
        var body = request.Body;
        if (caller is null)
        {
            return request.Operation.Name == "OpenSession" ? SessionOperations.Open(books, body) : SessionOperations.Close(books, body);
        }

        var administration = caller.Administration;
        return books.InOneStep(() => request.Operation.Name switch
        {
            "GetAdministraties" => SessionOperations.ListAdministrations(books, caller.UserName),
            "GetGrootboekrekeningen" => LedgerOperations.List(administration, body.Node("cFilter")),
            "GetRelaties" => RelationOperations.List(administration, body.Node("cFilter")),
            "AddRelatie" => RelationOperations.Add(administration, body.Node("oRel"), books.Switches, DutchDate.Today(clock)),
            "UpdateRelatie" => RelationOperations.Update(administration, body.Node("oRel"), books.Switches),
            "AddMutatie" => MutationOperations.Add(administration, body.Node("oMut"), books.Switches),
            "GetMutaties" => MutationOperations.List(administration, body.Node("cFilter"), books.Switches),
            "GetOpenPosten" => MutationOperations.ListOpen(administration, body.Text("OpSoort") != "Crediteuren"),
            var other => throw new InvalidOperationException($"{other} is defined but not implemented."),
        });
    }
}
