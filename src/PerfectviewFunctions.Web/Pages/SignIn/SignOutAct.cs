using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.SignIn;

/// <summary>Ends what a browser may do in somebody's name.</summary>
internal sealed class SignOutAct(GateOptions options) : IPage
{
    private const string EntraSignOut = "/.auth/logout?post_logout_redirect_uri=";

    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.SignOut, Access.Person);

    public Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        SignInCookie.Remove(request.Http.HttpContext);
        var signIn = PageRoutes.Of(PageRoutes.SignIn);
        return Task.FromResult(request.SeeOther(
            request.Caller.Person is not null && options.TrustPrincipalHeader ? EntraSignOut + Uri.EscapeDataString(signIn) : signIn));
    }
}
