using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.SignIn;

/// <summary>Takes the admin key; wrong ones are counted, and told in the log, with those that the API gets.</summary>
internal sealed partial class SignInAct(
    AdminKey adminKey, SignInCookie cookie, PageCallers callers, FailedAttempts failures, GateOptions options, Measures measures, ILogger<SignInAct> logger)
    : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.SignIn, Access.Anybody);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var (texts, back) = (request.Page.Texts, LocalAddress.Of(request.Form["terug"]));
        var attempt = Attempt.Of(Access.Operator, request.Http, options)!.Value;
        if (failures.RestOf(attempt) is { } rest)
        {
            measures.RefusedAtTheGate(PagesEndpoint.Name, GateRefusal.TooMany);
            var seconds = Math.Ceiling(rest.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            request.Http.HttpContext.Response.Headers.RetryAfter = seconds;
            return await SignInPage.ShowAsync(request, callers, back, texts.Of("signIn.tooMany", ("seconds", seconds)), StatusCodes.Status429TooManyRequests);
        }

        var key = request.Form["adminKey"]?.Trim();
        if (string.IsNullOrEmpty(key))
        {
            return await SignInPage.ShowAsync(request, callers, back, texts["signIn.empty"], StatusCodes.Status422UnprocessableEntity);
        }

        if (!await adminKey.IsRightAsync(key, cancellationToken))
        {
            measures.RefusedAtTheGate(PagesEndpoint.Name, GateRefusal.WrongKey);
            if (failures.Count(attempt))
            {
                Log.TooMany(logger, attempt.Address);
            }

            return await SignInPage.ShowAsync(request, callers, back, texts["signIn.wrong"], StatusCodes.Status422UnprocessableEntity);
        }

        cookie.Put(request.Http.HttpContext, key);
        return request.SeeOther(back);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Too many wrong admin keys from {Address} at the sign-in page; its next ones are refused for a while")]
        public static partial void TooMany(ILogger logger, string address);
    }
}
