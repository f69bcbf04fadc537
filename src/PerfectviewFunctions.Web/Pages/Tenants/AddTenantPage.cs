using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Tenants;

/// <summary>The form by which an operator adds a tenant.</summary>
internal sealed class AddTenantPage : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.AddTenant, Access.Operator);

    public Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken) =>
        ShowAsync(request, new AddTenantModel("", "", FormFaults.None), StatusCodes.Status200OK);

    public static Task<IResult> ShowAsync(PageRequest request, AddTenantModel model, int status) =>
        request.ShowAsync<AddTenantView>(new PageHead(request.Page.Texts["addTenant.title"], Section.None), model, status);
}

public sealed record AddTenantModel(string Id, string Name, FormFaults Faults);
