using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Settings.Acts;

/// <summary>Saves the settings of one form, under the version that the form was made from.</summary>
internal sealed class ChangeSettingsAct(SettingsDesk desk, BookingsReadiness readiness, SettingsScreen screen) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.ChangeSettings, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse(request.Form["part"], out SettingsPart part) || !Enum.IsDefined(part))
        {
            return await request.NotThereAsync();
        }

        var version = long.TryParse(request.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : -1;
        var change = SettingFields.ChangeOf(request.Form, part);
        return await desk.SaveAsync(request.Tenant.Id, version, change, request.Caller.Actor, cancellationToken) switch
        {
            SettingsSaved.Saved saved => request.SeeOther(
                request.Page.Of(PageRoutes.Settings), await NoticeOnAsync(request, saved, cancellationToken)),
            SettingsSaved.VersionConflict(var current, var yours) => await screen.ShowAsync(
                request,
                current,
                StatusCodes.Status412PreconditionFailed,
                model => Kept(model, request.Form, part) with { Yours = yours },
                cancellationToken),
            SettingsSaved.Faulty(var faults) => await screen.ShowAsync(
                request,
                StatusCodes.Status422UnprocessableEntity,
                model => Kept(model, request.Form, part) with { Faults = new FormFaults(faults), MadeFrom = (part, version) },
                cancellationToken),
            SettingsSaved.BooksUnavailable(var reason) => await screen.ShowAsync(
                request,
                StatusCodes.Status503ServiceUnavailable,
                model => Kept(model, request.Form, part) with { Problem = reason, MadeFrom = (part, version) },
                cancellationToken),
            SettingsSaved.NoSuchTenant => await request.NotThereAsync(),
            _ => throw new InvalidOperationException("Settings saved in an unknown way."),
        };
    }

    /// <summary>What was typed stays in its fields; the other forms show what is saved.</summary>
    private static SettingsModel Kept(SettingsModel model, PageForm form, SettingsPart part)
    {
        var fields = SettingFields.All.Where(field => field.Part == part).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return model with { Values = new SettingsValues(model.Tenant.Settings, field => fields.Contains(field) ? form[field] ?? "" : null) };
    }

    private async Task<Notice> NoticeOnAsync(PageRequest request, SettingsSaved.Saved saved, CancellationToken cancellationToken)
    {
        var texts = request.Page.Texts;
        var lacking = saved.Tenant.Settings.BookingsOn && !request.Tenant.Settings.BookingsOn
            ? await readiness.LackingAsync(saved.Tenant, texts, cancellationToken)
            : [];
        return lacking.Count == 0
            ? Notice.Done(texts["settings.saved"])
            : new Notice(NoticeKind.Warning, texts["settings.savedButLacking"], lacking);
    }
}
