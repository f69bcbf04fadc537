using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Pages.Serving;

/// <summary>All pages, as one route of a host. Anybody reaches it; what lies behind is for whom the <see cref="PageGate"/> lets in.</summary>
internal sealed class PagesEndpoint(PageGate gate) : IEndpoint
{
    public const string Name = "Pages";

    public EndpointDefinition Definition { get; } = new(Name, null, Routes.Pages, Access.Anybody);

    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) => gate.RunAsync(request, cancellationToken);
}
