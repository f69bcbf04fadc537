using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PerfectviewFunctions.Sandbox;

internal static partial class RestSessionOperations
{
    /// <summary>An unknown token has no code of its own in the description: SECURITY_999, with 401.</summary>
    public static RestResult Open(SandboxBooks books, RestValues body, TimeProvider clock)
    {
        var (token, source) = (body.Text("accessToken"), body.Text("source"));
        if (Check(body, token, source) is { } fault)
        {
            return RestResult.Refused(fault);
        }

        if (books.ApiTokens.FirstOrDefault(known => known.Token == token) is not { } apiToken)
        {
            return RestResult.Refused(RestErrors.Authentication, "accessToken", StatusCodes.Status401Unauthorized);
        }

        if (!apiToken.WorksOn(DutchDate.Today(clock)))
        {
            return RestResult.Refused(RestErrors.TokenExpired, "accessToken");
        }

        var switches = books.Switches;
        if (switches.NoPermission)
        {
            return RestResult.Refused(RestErrors.NoPermission);
        }

        if (books.AdministrationsOf(apiToken.UserName).All(administration => administration.SecurityCode2 != apiToken.Administration))
        {
            return RestResult.Refused(RestErrors.NoAccess);
        }

        books.Calls.SessionOpened();
        return RestResult.Ok(new JsonObject
        {
            ["token"] = books.Sessions.Open(CallApi.Rest, apiToken.UserName, apiToken.Administration, switches).ToString("N"),
            ["expiresIn"] = (int)switches.SessionLifetime.TotalSeconds,
        });
    }

    public static RestResult Close(SandboxBooks books, string token)
    {
        books.Sessions.Close(token, CallApi.Rest);
        return RestResult.NoContent;
    }

    public static RestResult ListLinked(SandboxBooks books, string userName, IQueryCollection query)
    {
        var (page, fault) = RestPage.Of(query);
        return fault is not null
            ? RestResult.Refused(fault)
            : page.Answer(books.AdministrationsOf(userName), administration => new JsonObject
            {
                ["guid"] = administration.SecurityCode2.ToString("D"),
                ["company"] = administration.Name,
            });
    }

    private static RestFault? Check(RestValues body, string? token, string? source) =>
        body.Fault ?? (token, source) switch
        {
            (_, null or "") => new RestFault(RestErrors.SourceMissing, "source"),
            _ when !Source().IsMatch(source) => new RestFault(RestErrors.SourcePattern, "source"),
            (null or "", _) => new RestFault(RestErrors.TokenMissing, "accessToken"),
            _ => null,
        };

    // The pattern of the description.
    [GeneratedRegex(@"^[\w_ ]{1,10}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Source();
}
