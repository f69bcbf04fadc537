using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.SignIn;

/// <summary>Takes the admin key; wrong ones are counted with those that the API gets.</summary>
internal sealed class SignInAct(AdminKey adminKey, SignInCookie cookie, FailedAttempts failures, GateOptions options) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.SignIn, Access.Anybody);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var (texts, back) = (request.Page.Texts, LocalAddress.Of(request.Form["terug"]));
        var attempt = Attempt.Of(Access.Operator, request.Http, options)!.Value;
        if (failures.RestOf(attempt) is { } rest)
        {
            var seconds = Math.Ceiling(rest.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            request.Http.HttpContext.Response.Headers.RetryAfter = seconds;
            return await SignInPage.ShowAsync(request, back, texts.Of("signIn.tooMany", ("seconds", seconds)), StatusCodes.Status429TooManyRequests);
        }

        var key = request.Form["adminKey"]?.Trim();
        if (string.IsNullOrEmpty(key))
        {
            return await SignInPage.ShowAsync(request, back, texts["signIn.empty"], StatusCodes.Status422UnprocessableEntity);
        }

        if (!await adminKey.IsRightAsync(key, cancellationToken))
        {
            failures.Count(attempt);
            return await SignInPage.ShowAsync(request, back, texts["signIn.wrong"], StatusCodes.Status422UnprocessableEntity);
        }

        cookie.Put(request.Http.HttpContext, key);
        return request.SeeOther(back);
    }
}
