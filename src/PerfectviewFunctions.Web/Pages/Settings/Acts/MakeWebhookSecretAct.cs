using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Settings.Acts;

/// <summary>Makes the secret that Perfectview signs with, or another one; shows it this one time.</summary>
internal sealed class MakeWebhookSecretAct(KeyDesk desk, SettingsScreen screen) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.MakeWebhookSecret, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (request.Form["made"] != MarkOf(request.Tenant.Dates))
        {
            // Pressed twice: another one yet would end the secret that Perfectview still signs with.
            return request.SeeOther(request.Page.Of(PageRoutes.Settings), Notice.Failed(request.Page.Texts["settings.secretMadeMeanwhile"]));
        }

        var fresh = WebhookSecret.Generate().Reveal();
        var change = await desk.RotateWebhookAsync(request.Tenant.Id, fresh, HoursOf(request.Form), request.Caller.Actor, cancellationToken);
        return await screen.AnswerAsync(
            request,
            change,
            done => request.SeeOther(request.Page.Of(PageRoutes.Settings), NoticeOn(done, request.Page.Texts) with { Secret = fresh }),
            cancellationToken);
    }

    /// <summary>Which secret stands, as far as a form has to know.</summary>
    public static string MarkOf(TenantDates dates) => dates.WebhookSecretAt?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Null when nothing was asked; out of range for what is no number, which the desk has words for.</summary>
    private static int? HoursOf(PageForm form) => form["keepPreviousHours"]?.Trim() is not { Length: > 0 } typed ? null
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours
        : -1;

    private static Notice NoticeOn(LinkChange.Done done, Texts texts)
    {
        List<string> more = [];
        if (done.Tenant.Dates.PreviousWebhookSecretUntil is { } until)
        {
            more.Add(texts.Of("settings.previousUntil", ("until", texts.Language.Moment(until))));
        }

        if (done.Note is { } note)
        {
            more.Add(texts.Of(note.Nl, note.En));
        }

        return new Notice(NoticeKind.Done, texts["settings.webhookSecretMade"], more);
    }
}
