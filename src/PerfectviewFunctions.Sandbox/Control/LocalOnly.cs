namespace PerfectviewFunctions.Sandbox;

/// <summary>Keeps other web sites out: a page elsewhere may point a browser of this machine at the sandbox.</summary>
internal static class LocalOnly
{
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var isLocalName = context.Request.Host.Host is "127.0.0.1" or "localhost";
        var isForeignPage = !HttpMethods.IsGet(context.Request.Method) && context.Request.Headers["Sec-Fetch-Site"] == "cross-site";
        if (isLocalName && !isForeignPage)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
