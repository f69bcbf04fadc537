using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Notices;

namespace PerfectviewFunctions.Web.Pages.Serving;

/// <summary>Somebody asks for a page, and may.</summary>
internal sealed class PageRequest(HttpRequest http, PageContext page, PageRenderer renderer, NoticeCookie notices, Tenant? tenant, Caller? caller)
{
    public HttpRequest Http => http;

    public PageContext Page => page;

    public IQueryCollection Query => http.Query;

    public PageForm Form { get; } = http.HasFormContentType ? new PageForm(http.Form) : PageForm.Empty;

    /// <summary>The tenant of the address: there is one behind every rule of access that is about a tenant.</summary>
    public Tenant Tenant => tenant ?? throw new InvalidOperationException("This address names no tenant.");

    /// <summary>Who asks: known behind every rule of access that asks for somebody.</summary>
    public Caller Caller => caller ?? throw new InvalidOperationException("This page lets anybody in; nobody is known here.");

    /// <summary>The page, made by a component that takes the model.</summary>
    public Task<IResult> ShowAsync<TView>(PageHead head, object model, int status = StatusCodes.Status200OK) =>
        renderer.RenderAsync(typeof(TView), head, model, page, status);

    /// <summary>After something was done: the browser asks for that address, which shows the notice once.</summary>
    /// <param name="address">One of ours.</param>
    public IResult SeeOther(string address, Notice? notice = null)
    {
        if (notice is not null)
        {
            notices.Put(http.HttpContext, notice);
        }

        return new SeeOtherResult(address);
    }

    /// <summary>A page that says so, for an invoice, a relation … that is not there.</summary>
    public Task<IResult> NotThereAsync() => ErrorPage.ShowAsync(renderer, page, "error.notThere", StatusCodes.Status404NotFound);
}

/// <summary>303: whatever the method was, the browser asks for the address by GET.</summary>
internal sealed class SeeOtherResult(string address) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status303SeeOther;

    public string Address => address;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
