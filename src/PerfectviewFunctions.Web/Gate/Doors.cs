using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>
/// A door for senders and one for everybody who has to prove who he is, so that neither keeps the other out. What needs no proof reads no body and is
/// done at once, or is a page; how many of those there are at a time is for the host to say.
/// </summary>
internal sealed class Doors(GateOptions options, TimeProvider time)
{
    private const int RetryAfterSeconds = 5;

    private readonly Door senders = new(options, time);
    private readonly Door people = new(options, time);

    /// <returns>What is given back when the request is done, or the answer that tells it to come again.</returns>
    public async Task<(IDisposable? Pass, IResult? Answer)> EnterAsync(Access access, HttpRequest request, CancellationToken cancellationToken)
    {
        var (pass, crowd) = access switch
        {
            Access.Anybody => (null, Crowd.None),
            Access.Signature => await senders.EnterAsync(NameIn(request), cancellationToken),
            _ => await people.EnterAsync(null, cancellationToken),
        };
        if (crowd == Crowd.None)
        {
            return (pass, null);
        }

        request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return (null, crowd == Crowd.OfTenant
            ? Problem.Of(
                StatusCodes.Status429TooManyRequests,
                $"Too many requests of this tenant at the same time. Nothing of this one was read; send it again in {RetryAfterSeconds} s, and fewer at once.")
            : Problem.Of(
                StatusCodes.Status503ServiceUnavailable,
                $"Too many requests at the same time. Nothing of this one was read; send it again in {RetryAfterSeconds} s."));
    }

    /// <summary>Names that no tenant can have share one place, as they do where failures are counted.</summary>
    private static string NameIn(HttpRequest request) =>
        TenantId.TryParse(request.RouteValues["tenant"] as string, out var tenant) ? tenant.Value : "";
}
