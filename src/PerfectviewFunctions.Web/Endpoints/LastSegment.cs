using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>
/// The last part of an address, which may be any text. A server decodes all of a path but <c>%2F</c>, so that a route value can't tell
/// <c>a%2Fb</c> (a/b) from <c>a%252Fb</c> (a%2Fb): only the address as it was sent can.
/// </summary>
internal static class LastSegment
{
    public static string Of(HttpRequest request)
    {
        var sent = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var path = (string.IsNullOrEmpty(sent) ? request.Path.ToUriComponent() : sent).Split('?')[0].TrimEnd('/');
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }
}
