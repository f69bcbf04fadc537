using Microsoft.AspNetCore.Http;

namespace PerfectviewFunctions.Web.Pages.Serving;

/// <summary>How every cookie of ours is kept: for the pages alone, out of reach of scripts, and sent along by no form of another site.</summary>
internal static class OwnCookie
{
    /// <param name="age">How long it lasts; null to delete it.</param>
    public static CookieOptions Options(HttpRequest request, TimeSpan? age) => new()
    {
        Path = PageRoutes.Root, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, MaxAge = age, IsEssential = true,
    };
}
