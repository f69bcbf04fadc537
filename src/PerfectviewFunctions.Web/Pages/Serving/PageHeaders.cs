using Microsoft.AspNetCore.Http;

namespace PerfectviewFunctions.Web.Pages.Serving;

/// <summary>What a browser may do with a page: nothing but what comes from here, and nobody may frame it.</summary>
internal static class PageHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void Add(IHeaderDictionary headers)
    {
        // In the words that antiforgery asks for, which else warns of it at every page with a form.
        headers.CacheControl = "no-cache, no-store";
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";

        // As for the API, but a form has to be able to say from where it comes.
        headers["Referrer-Policy"] = "same-origin";
    }
}
