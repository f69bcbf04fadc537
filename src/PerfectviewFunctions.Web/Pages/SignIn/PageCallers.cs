using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Pages.SignIn;

/// <summary>Finds out who asks for a page: by our own cookie, or by what App Service says where that is trusted.</summary>
internal sealed class PageCallers(SignInCookie cookie, PeopleStore people, GateOptions options)
{
    private const string EntraSignIn = "/.auth/login/aad?post_login_redirect_uri=";

    public async Task<Caller?> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await cookie.IsRightAsync(request, cancellationToken))
        {
            return Caller.Operator;
        }

        return options.TrustPrincipalHeader && Principal.Read(request.Headers) is { } principal
            ? await principal.ToCallerAsync(people, cancellationToken)
            : null;
    }

    /// <summary>Where somebody goes to say who he is, and from where he comes back to what he asked for.</summary>
    public string SignInAddress(HttpRequest request)
    {
        var back = Uri.EscapeDataString(HttpMethods.IsGet(request.Method)
            ? request.Path.ToUriComponent() + request.QueryString.ToUriComponent()
            : PageRoutes.Root);
        return options.TrustPrincipalHeader ? EntraSignIn + back : $"{PageRoutes.Of(PageRoutes.SignIn)}?terug={back}";
    }
}
