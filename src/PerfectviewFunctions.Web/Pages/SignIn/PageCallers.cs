using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Pages.SignIn;

/// <summary>Finds out who asks for a page: by our own cookie, or by what App Service says where that is trusted.</summary>
internal sealed class PageCallers(SignInCookie cookie, PeopleStore people, GateOptions options)
{
    private const string EntraSignIn = "/.auth/login/aad?post_login_redirect_uri=";
    private const string EntraSignOut = "/.auth/logout?post_logout_redirect_uri=";

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
        var back = HttpMethods.IsGet(request.Method) ? request.Path.ToUriComponent() + request.QueryString.ToUriComponent() : PageRoutes.Root;
        return EntraAddress(back) ?? $"{PageRoutes.Of(PageRoutes.SignIn)}?terug={Uri.EscapeDataString(back)}";
    }

    /// <summary>Where people with an account of Entra sign in; null where they can't.</summary>
    /// <param name="back">Where they come back to.</param>
    public string? EntraAddress(string back) => options.TrustPrincipalHeader ? EntraSignIn + Uri.EscapeDataString(back) : null;

    /// <summary>Where they sign out; they come back to our own sign-in page.</summary>
    public static string EntraSignOutAddress => EntraSignOut + Uri.EscapeDataString(PageRoutes.Of(PageRoutes.SignIn));
}
