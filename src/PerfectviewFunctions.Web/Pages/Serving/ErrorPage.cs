using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Pages.Layout;

namespace PerfectviewFunctions.Web.Pages.Serving;

/// <summary>A page that says what went wrong and what to do.</summary>
internal static class ErrorPage
{
    /// <param name="key">Of the text, which has a title and a sentence: <c>key.title</c>, <c>key.text</c>.</param>
    /// <param name="leave">Where to sign out, for whom another account may help.</param>
    public static Task<IResult> ShowAsync(PageRenderer renderer, PageContext page, string key, int status, string? leave = null) => renderer.RenderAsync(
        typeof(ErrorView), new PageHead(page.Texts[key + ".title"], Section.None), new ErrorModel(page.Texts[key + ".text"], leave), page, status);
}

/// <param name="Text">What happened, and what to do.</param>
/// <param name="Leave">Where to sign out; null for whom that is no help.</param>
public sealed record ErrorModel(string Text, string? Leave);
