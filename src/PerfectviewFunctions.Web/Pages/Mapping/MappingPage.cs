using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Mapping;

/// <summary>VAT code and revenue account per category, the debtor account, and who changed what.</summary>
internal sealed class MappingPage(MappingReading reading) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.Mapping, Access.TenantView);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken) =>
        await MappingReading.ShowAsync(request, await reading.OfAsync(request, request.Tenant, typed: null, isRebased: false, cancellationToken));
}
