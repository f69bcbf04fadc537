using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Settings;

/// <summary>All settings of a tenant and its link, with a form for each part; who may only look sees what they are.</summary>
internal sealed class SettingsPage(SettingsScreen screen) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.Settings, Access.TenantView);

    public Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken) =>
        screen.ShowAsync(request, StatusCodes.Status200OK, model => model, cancellationToken);
}
