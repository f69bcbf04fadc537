namespace PerfectviewFunctions.Sandbox;

internal static class SessionOperations
{
    public static OperationResult Open(SandboxBooks books, SoapNode request)
    {
        var user = books.Users.FirstOrDefault(user => user.UserName == request.Text("Username"));
        if (user is null || user.SecurityCode1 != request.Text("SecurityCode1"))
        {
            return OperationResult.Refused(ErrorCodes.InvalidCredentials);
        }

        if (user.Administrations.Count == 0)
        {
            return OperationResult.Refused(ErrorCodes.NoAdministration);
        }

        if (!Guid.TryParse(request.Text("SecurityCode2"), out var code) || books.Find(code) is null)
        {
            return OperationResult.Refused(ErrorCodes.WrongSecurityCode2);
        }

        if (books.Switches.NoPermission || !user.Administrations.Contains(code))
        {
            return OperationResult.Refused(ErrorCodes.NoPermission);
        }

        books.Calls.SessionOpened();
        var session = books.Sessions.Open(CallApi.Soap, user.UserName, code, books.Switches);

        // A GUID with braces, 38 characters.
        return OperationResult.Done("SessionID", session.ToString("B").ToUpperInvariant());
    }

    /// <summary>The answer has no room for an error.</summary>
    public static OperationResult Close(SandboxBooks books, SoapNode request)
    {
        books.Sessions.Close(request.Text("SessionID"), CallApi.Soap);
        return new OperationResult(null, SoapNode.Empty);
    }

    public static OperationResult ListAdministrations(SandboxBooks books, string userName) =>
        OperationResult.Listed("Administraties", "cAdministratie", books.AdministrationsOf(userName)
            .Select(administration => new SoapNode
            {
                ["Bedrijf"] = administration.Name,
                ["Plaats"] = "",
                ["Guid"] = administration.SecurityCode2.ToString("B").ToUpperInvariant(),
                ["StartBoekjaar"] = "1-1",
            }));
}
