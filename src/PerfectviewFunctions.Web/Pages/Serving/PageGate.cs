using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.KeyRing;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.SignIn;

namespace PerfectviewFunctions.Web.Pages.Serving;

/// <summary>The one wrapper around every page: who asks, whether he may, whether a form is ours, and a page in words for whatever goes wrong.</summary>
internal sealed partial class PageGate(
    PageTable pages,
    PageCallers callers,
    PageContexts contexts,
    Admission admission,
    TenantStore tenants,
    IAntiforgery antiforgery,
    NoticeCookie notices,
    PageRenderer renderer,
    ILogger<PageGate> logger)
{
    public async Task<IResult> RunAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        PageHeaders.Add(request.HttpContext.Response.Headers);
        try
        {
            return await PassAsync(request, cancellationToken);
        }
        catch (Exception exception) when (Outage.In(exception) is not null)
        {
            Log.Unavailable(logger, exception, request.Path.ToUriComponent());
            request.HttpContext.Response.Headers.RetryAfter = "30";
            return await ErrorAsync(request, "error.unavailable", StatusCodes.Status503ServiceUnavailable);
        }
        catch (AntiforgeryValidationException)
        {
            return await ErrorAsync(request, "error.oldForm", StatusCodes.Status400BadRequest);
        }
#pragma warning disable CA1031 // Justification: the last guard before the reader; nothing of the exception may reach him, and all of it the log.
        catch (Exception exception) when (exception is not BadHttpRequestException
            && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception, request.Path.ToUriComponent());
            return await ErrorAsync(request, "error.failed", StatusCodes.Status500InternalServerError);
        }
    }

    private async Task<IResult> PassAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.Path.StartsWithSegments(PageRoutes.Root, StringComparison.OrdinalIgnoreCase, out var path);
        var method = HttpMethods.IsHead(request.Method) ? HttpMethods.Get : request.Method;
        if (!pages.TryFind(method, path, out var page, out var values))
        {
            return await ErrorAsync(request, "error.noPage", StatusCodes.Status404NotFound);
        }

        foreach (var (name, value) in values)
        {
            request.RouteValues[name] = value;
        }

        var access = page.Definition.Access;
        var caller = access == Access.Anybody ? null : await callers.FindAsync(request, cancellationToken);
        if (caller is null && access != Access.Anybody)
        {
            return new SeeOtherResult(callers.SignInAddress(request));
        }

        if (caller is not null)
        {
            // A form made for one person is not taken from another.
            request.HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim(ClaimTypes.NameIdentifier, caller.Person ?? caller.Actor.Name)], nameof(PageGate)));
        }

        if (caller is not null && await admission.RefusalAsync(access, request, caller, cancellationToken) is { } refusal)
        {
            return await RefusedAsync(request, refusal);
        }

        var tenant = await TenantAsync(request, cancellationToken);
        if (tenant is null && request.RouteValues.ContainsKey("tenant"))
        {
            return await RefusedAsync(request, Refusal.NoSuchTenant);
        }

        if (!HttpMethods.IsGet(method) && await FormFaultAsync(request, cancellationToken) is { } fault)
        {
            return fault;
        }

        var context = contexts.Of(request, tenant, caller, await MayManageAsync(request, tenant, caller, cancellationToken));
        return await page.HandleAsync(new PageRequest(request, context, renderer, notices, tenant, caller), cancellationToken);
    }

    private async Task<IResult?> FormFaultAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (CrossSite.IsSuspect(request))
        {
            return await RefusedAsync(request, Refusal.CrossSite);
        }

        if (await PageFormReading.FaultAsync(request, cancellationToken) is { } status)
        {
            return await ErrorAsync(request, "error.badForm", status);
        }

        await antiforgery.ValidateRequestAsync(request.HttpContext);
        return null;
    }

    private async Task<Tenant?> TenantAsync(HttpRequest request, CancellationToken cancellationToken) =>
        TenantId.TryParse(request.RouteValues["tenant"] as string, out var id)
        && await tenants.FindAsync(id, cancellationToken) is { State: not TenantState.Retired } tenant
            ? tenant
            : null;

    private async Task<bool> MayManageAsync(HttpRequest request, Tenant? tenant, Caller? caller, CancellationToken cancellationToken) =>
        caller is not null && tenant is not null && await admission.RefusalAsync(Access.TenantManage, request, caller, cancellationToken) is null;

    private Task<IResult> RefusedAsync(HttpRequest request, Refusal refusal) => refusal switch
    {
        Refusal.NoSuchTenant => ErrorAsync(request, "error.noTenant", StatusCodes.Status404NotFound),
        Refusal.NoAccessYet => ErrorAsync(request, "error.noAccess", StatusCodes.Status403Forbidden, PageCallers.EntraSignOutAddress),
        Refusal.OperatorsOnly => ErrorAsync(request, "error.operatorsOnly", StatusCodes.Status403Forbidden),
        Refusal.BookkeepersOnly => ErrorAsync(request, "error.bookkeepersOnly", StatusCodes.Status403Forbidden),
        _ => ErrorAsync(request, "error.crossSite", StatusCodes.Status403Forbidden),
    };

    /// <summary>Such a page names nobody and holds no form: it needs nothing that may be out of reach.</summary>
    private Task<IResult> ErrorAsync(HttpRequest request, string key, int status, string? leave = null) =>
        ErrorPage.ShowAsync(renderer, contexts.OfNobody(request), key, status, leave);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The page {Path} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string path);

        [LoggerMessage(2, LogLevel.Warning, "The page {Path} could not reach the store")]
        public static partial void Unavailable(ILogger logger, Exception exception, string path);
    }
}
