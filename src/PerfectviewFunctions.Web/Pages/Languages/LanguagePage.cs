using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Languages;

/// <summary>Keeps the chosen language and goes back to where the reader was.</summary>
internal sealed class LanguagePage : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.Language, Access.Anybody);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (LanguageChoice.Find(request.Http.RouteValues["language"] as string) is not { } language)
        {
            return await request.NotThereAsync();
        }

        LanguageChoice.Keep(request.Http.HttpContext, language);
        return request.SeeOther(LocalAddress.Of(request.Query["terug"]));
    }
}
