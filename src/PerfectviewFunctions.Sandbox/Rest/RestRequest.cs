namespace PerfectviewFunctions.Sandbox;

/// <summary>A call, read.</summary>
/// <param name="Token">Of the session, from the header; empty when there is none.</param>
internal sealed record RestRequest(RestRoute Route, string Target, IQueryCollection Query, RestBody Body, string Token)
{
    private const string Bearer = "Bearer ";

    /// <summary>For the log. What opens a session is left out of it whole.</summary>
    public string Masked => (Route.HasBody, Route.Action) switch
    {
        (false, _) => Target,
        (_, RestAction.OpenSession) => $$"""{{Target}} {"accessToken":"{{Masking.Mask}}"}""",
        _ => Target + " " + Masking.Of(Body.Raw),
    };

    /// <summary>The bare token, as the quick start of the description has it, or after Bearer, as its security scheme says.</summary>
    public static string TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString().Trim();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : header;
    }
}
