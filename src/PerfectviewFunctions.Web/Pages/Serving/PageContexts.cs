using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Notices;

namespace PerfectviewFunctions.Web.Pages.Serving;

/// <summary>Puts together what every page shows besides its own matter.</summary>
internal sealed class PageContexts(IAntiforgery antiforgery, NoticeCookie notices, TimeProvider time)
{
    public PageContext Of(HttpRequest request, Tenant? tenant, Caller? caller, bool mayManage) =>
        new(LanguageChoice.TextsFor(request), time.GetUtcNow(), AddressOf(request))
        {
            Tenant = tenant is null ? null : new ShownTenant(tenant.Id, tenant.Settings.Name),
            CallerName = caller?.Actor.Name,
            IsOperator = caller?.IsOperator == true,
            MayManage = mayManage,
            TakeNotices = () => notices.Take(request.HttpContext),
            MakeToken = () => TokenFor(request.HttpContext),
        };

    public PageContext OfNobody(HttpRequest request) => new(LanguageChoice.TextsFor(request), time.GetUtcNow(), AddressOf(request));

    private HiddenField TokenFor(HttpContext context)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return new HiddenField(tokens.FormFieldName, tokens.RequestToken!);
    }

    /// <summary>Where to come back to: only what can be asked for again.</summary>
    private static string AddressOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? request.Path.ToUriComponent() + request.QueryString.ToUriComponent() : PageRoutes.Root;
}
