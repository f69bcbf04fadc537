using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>The version that somebody read and now changes, as ETag and If-Match.</summary>
internal static partial class ReadVersion
{
    /// <summary>Matches no version that ever was: for an ETag that is not of ours.</summary>
    private const long None = -1;

    /// <summary>The one version that If-Match names. A list, a weak one and <c>*</c> would let somebody overwrite what he has not read.</summary>
    /// <returns>False with the answer to give.</returns>
    public static bool TryRead(HttpRequest request, out long version, out IResult problem)
    {
        problem = Problem.Of(StatusCodes.Status428PreconditionRequired, Reason.Of(ReasonCode.VersionMissing));
        version = None;
        var sent = request.Headers.IfMatch;
        if (sent.Count != 1 || !Strong().IsMatch(sent[0] ?? ""))
        {
            return false;
        }

        if (!long.TryParse(sent[0].AsSpan(1, sent[0]!.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out version))
        {
            version = None;
        }

        return true;
    }

    public static void Tell(HttpRequest request, long version) =>
        request.HttpContext.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    [GeneratedRegex("""^"[^"]*"\z""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Strong();
}
