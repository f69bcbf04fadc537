using Microsoft.AspNetCore.Http;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>
/// Tells a change that a page of ours asks for from one that another site makes a signed-in person's browser ask for. A browser says which it is;
/// a program that says neither carries no cookie by accident.
/// </summary>
internal static class CrossSite
{
    public static bool IsSuspect(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && (ComesFromElsewhere(request) || IsOfAnotherOrigin(request));

    private static bool ComesFromElsewhere(HttpRequest request) =>
        request.Headers.TryGetValue("Sec-Fetch-Site", out var site) && site.ToString() is not ("same-origin" or "none");

    /// <summary>By host and port; not by scheme, since TLS may end before us.</summary>
    private static bool IsOfAnotherOrigin(HttpRequest request) =>
        request.Headers.TryGetValue("Origin", out var origin)
        && !(Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var from)
            && string.Equals(from.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase)
            && from.Port == (request.Host.Port ?? DefaultPort(from.Scheme)));

    private static int DefaultPort(string scheme) => scheme == Uri.UriSchemeHttps ? 443 : 80;
}
