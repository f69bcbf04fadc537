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
        return OperationResult.Done("SessionID", books.Sessions.Open(user.UserName, code, books.Switches));
    }

    /// <summary>The answer has no room for an error.</summary>
    public static OperationResult Close(SandboxBooks books, SoapNode request)
    {
        books.Sessions.Close(request.Text("SessionID"));
        return new OperationResult(null, SoapNode.Empty);
    }

    public static OperationResult ListAdministrations(SandboxBooks books, string userName)
    {
        var open = books.Users.First(user => user.UserName == userName).Administrations;
        return OperationResult.Listed("Administraties", "cAdministratie", books.Administrations
            .Where(administration => open.Contains(administration.SecurityCode2))
            .Select(administration => new SoapNode
            {
                ["Bedrijf"] = administration.Name,
                ["Plaats"] = "",
                ["Guid"] = administration.SecurityCode2.ToString("B").ToUpperInvariant(),
                ["StartBoekjaar"] = "1-1",
            }));
    }
}
