using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Settings;

/// <summary>Shows the page of settings: as it is, and after a form that could not be done.</summary>
internal sealed class SettingsScreen(ConnectionStates connections, OpenCounts counts)
{
    public Task<IResult> ShowAsync(
        PageRequest request, int status, Func<SettingsModel, SettingsModel> with, CancellationToken cancellationToken) =>
        ShowAsync(request, request.Tenant, status, with, cancellationToken);

    /// <param name="tenant">As it is now.</param>
    /// <param name="with">What this answer shows besides.</param>
    public async Task<IResult> ShowAsync(
        PageRequest request, Tenant tenant, int status, Func<SettingsModel, SettingsModel> with, CancellationToken cancellationToken)
    {
        var model = new SettingsModel(
            tenant,
            await connections.OfAsync(tenant, cancellationToken),
            await counts.WaitingAsync(tenant.Id, cancellationToken),
            WebhookAddressOf(request.Http, tenant.Id));
        return await request.ShowAsync<SettingsView>(new PageHead(request.Page.Texts["settings.title"], Section.Settings), with(model), status);
    }

    /// <summary>The change was made: the page anew, or why it was not.</summary>
    public async Task<IResult> AnswerAsync(
        PageRequest request, LinkChange change, Func<LinkChange.Done, IResult> done, CancellationToken cancellationToken) => change switch
    {
        LinkChange.Done made => done(made),
        LinkChange.NoSuchTenant => await request.NotThereAsync(),
        LinkChange.Faulty faulty => await ShowAsync(
            request,
            StatusCodes.Status422UnprocessableEntity,
            model => model with
            {
                Faults = new FormFaults(faulty.Faults), KeepPreviousHours = request.Form["keepPreviousHours"] ?? model.KeepPreviousHours,
            },
            cancellationToken),
        LinkChange.Conflict conflict => await ShowAsync(
            request, StatusCodes.Status409Conflict, model => model with { Problem = conflict.Reason }, cancellationToken),
        _ => throw new InvalidOperationException("A change that came out in an unknown way."),
    };

    private static string WebhookAddressOf(HttpRequest http, TenantId tenant) => UriHelper.BuildAbsolute(
        http.Scheme, http.Host, http.PathBase, "/" + Routes.Webhook.Replace("{tenant}", tenant.Value, StringComparison.Ordinal));
}
