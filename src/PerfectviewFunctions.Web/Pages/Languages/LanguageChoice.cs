using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Languages;

/// <summary>The reader's language: the one he chose, Dutch if he chose none.</summary>
internal static class LanguageChoice
{
    private const string Cookie = "koppeling-taal";

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(365);

    public static Texts TextsFor(HttpRequest request) =>
        Texts.In(Find(request.Cookies.TryGetValue(Cookie, out var chosen) ? chosen : null) ?? Language.Dutch);

    public static Language? Find(string? code) => Language.All.FirstOrDefault(language => language.Code == code);

    public static void Keep(HttpContext context, Language language) =>
        context.Response.Cookies.Append(Cookie, language.Code, OwnCookie.Options(context.Request, Lasts));
}
