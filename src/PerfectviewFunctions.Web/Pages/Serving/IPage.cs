using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Pages.Serving;

/// <summary>A page, or what a form of one asks for. It knows no host; the <see cref="PageGate"/> lets nobody in whom it is not for.</summary>
internal interface IPage
{
    PageDefinition Definition { get; }

    Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken);
}

/// <param name="Method">GET to show something, POST for what a form asks for; a POST that did something answers with <see cref="PageRequest.SeeOther"/>.</param>
/// <param name="Route">Below <c>koppeling</c>, such as <c>{tenant}/boekingen</c>: one of <see cref="PageRoutes"/>.</param>
/// <param name="Access">Who may.</param>
internal sealed record PageDefinition(string Method, string Route, Access Access);
