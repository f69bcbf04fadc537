using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.SignIn;

/// <summary>Ends what a browser may do in somebody's name.</summary>
internal sealed class SignOutAct(GateOptions options) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.SignOut, Access.Person);

    public Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        SignInCookie.Remove(request.Http.HttpContext);
        return Task.FromResult(request.SeeOther(
            request.Caller.Person is not null && options.TrustPrincipalHeader ? PageCallers.EntraSignOutAddress : PageRoutes.Of(PageRoutes.SignIn)));
    }
}
