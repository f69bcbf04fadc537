using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>
/// A part of an address that may be any text. A server decodes all of a path but <c>%2F</c>, so that a route value can't tell
/// <c>a%2Fb</c> (a/b) from <c>a%252Fb</c> (a%2Fb): only the address as it was sent can.
/// </summary>
internal static class SentSegment
{
    private const string EscapedSlash = "%2F";

    /// <param name="behind">How many parts of the address come after it.</param>
    public static string Of(HttpRequest request, int behind = 0)
    {
        var sent = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var path = (string.IsNullOrEmpty(sent) ? request.Path.ToUriComponent() : sent).Split('?')[0].TrimEnd('/');
        var parts = path.Split('/');
        return parts.Length > behind ? Uri.UnescapeDataString(parts[^(behind + 1)]) : "";
    }

    /// <summary>
    /// What the text is the name of. The Functions host passes <c>%2F</c> on as <c>%252F</c>, and <c>%252F</c> as it is. So a slash may have become the
    /// text %2F on its way; it was one if nothing has that text as its name.
    /// </summary>
    /// <param name="longest">How many characters a name has at most; 1 at least.</param>
    /// <param name="behind">As for <see cref="Of"/>.</param>
    public static async Task<T?> FindAsync<T>(HttpRequest request, int longest, Func<string, Task<T?>> findAsync, int behind = 0)
        where T : class
    {
        var name = Of(request, behind);
        var withSlashes = name.Replace(EscapedSlash, "/", StringComparison.OrdinalIgnoreCase);
        return await FindExactlyAsync(name) ?? (withSlashes == name ? null : await FindExactlyAsync(withSlashes));

        async Task<T?> FindExactlyAsync(string text) => text.Length > 0 && text.Length <= longest ? await findAsync(text) : null;
    }
}
