using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.SignIn;

/// <summary>The form in which an operator gives the admin key.</summary>
internal sealed class SignInPage(PageCallers callers) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.SignIn, Access.Anybody);

    public Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken) =>
        ShowAsync(request, callers, LocalAddress.Of(request.Query["terug"]), null, StatusCodes.Status200OK);

    public static Task<IResult> ShowAsync(PageRequest request, PageCallers callers, string back, string? fault, int status) => request.ShowAsync<SignInView>(
        new PageHead(request.Page.Texts["signIn.title"], Section.None), new SignInModel(back, fault, callers.EntraAddress(back)), status);
}

/// <param name="Back">Where to go once signed in.</param>
/// <param name="Fault">What is wrong with the key that was given.</param>
/// <param name="EntraAddress">Where people with an account sign in; null where they can't.</param>
public sealed record SignInModel(string Back, string? Fault, string? EntraAddress);
