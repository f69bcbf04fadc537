using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace PerfectviewFunctions.Web.Pages.Serving;

/// <summary>Finds the page of an address. All pages are one route to a host, so that this is the same on each.</summary>
internal sealed class PageTable(IEnumerable<IPage> pages)
{
    private readonly List<(IPage Page, TemplateMatcher Route)> rows =
    [
        .. pages.Select(page => (page, new TemplateMatcher(TemplateParser.Parse(page.Definition.Route), [])))
            .OrderBy(row => row.Item2.Template.Parameters.Count),
    ];

    /// <param name="path">What comes behind <c>/koppeling</c>: empty, or with a slash in front.</param>
    /// <param name="values">The values of the route.</param>
    public bool TryFind(string method, PathString path, [NotNullWhen(true)] out IPage? page, out RouteValueDictionary values)
    {
        // Those without a place for a tenant come first: no tenant's name begins with an underscore.
        foreach (var (candidate, route) in rows)
        {
            values = [];
            if (candidate.Definition.Method == method && route.TryMatch(path.HasValue ? path : "/", values))
            {
                page = candidate;
                return true;
            }
        }

        (page, values) = (null, []);
        return false;
    }
}
