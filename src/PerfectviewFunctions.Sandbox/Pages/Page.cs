namespace PerfectviewFunctions.Sandbox;

/// <summary>A page for people, which runs no script and sends its forms nowhere else.</summary>
internal sealed class Page(string markup) : IResult
{
    private const string SecurityPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentSecurityPolicy = SecurityPolicy;
        return Results.Content(markup, "text/html; charset=utf-8").ExecuteAsync(httpContext);
    }
}
