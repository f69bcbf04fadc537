using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Web.Pages.Layout;

namespace PerfectviewFunctions.Web.Pages.Serving;

/// <summary>
/// Makes a whole page before anything of it is sent, so that what goes wrong while it is made still becomes an answer in words.
/// (RazorComponentResult renders when the host executes it, behind the gate.)
/// </summary>
internal sealed class PageRenderer(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    private const string Html = "text/html; charset=utf-8";

    /// <param name="view">A component whose parameter Model takes the model, if it has one.</param>
    public async Task<IResult> RenderAsync(Type view, PageHead head, object? model, PageContext page, int status)
    {
        // A host may have registered parts of the renderer per request, as the worker of Azure Functions does.
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(Shell.View)] = view,
            [nameof(Shell.Head)] = head,
            [nameof(Shell.Model)] = model,
            [nameof(Shell.Page)] = page,
        });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Shell>(parameters)).ToHtmlString());
        return Results.Content(html, Html, statusCode: status);
    }
}
