using System.Net;
using System.Text.RegularExpressions;
using PerfectviewFunctions.EBoekhouden.Rest.Answers;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Transport;

/// <summary>The answers by which the API says no: a status for it, and a body with a code. Source: its OpenAPI description.</summary>
internal static partial class RestRefusal
{
    /// <summary>Not authenticated: the session has ended, or never was.</summary>
    public const string SessionEnded = "SECURITY_010";

    /// <summary>Authentication error: what a token is refused with that has no code of its own.</summary>
    public const string TokenRefused = "SECURITY_999";

    /// <summary>Something went wrong: a code that says nothing of what was done.</summary>
    public const string SomethingWrong = "ERR_001";

    private const int MaxBytes = 64 * 1024;

    public static bool MayBe(HttpStatusCode status) => status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized
        or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Conflict;

    /// <summary>What the body says; <see cref="ServiceError.None"/> when it has no code.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no JSON.</exception>
    /// <exception cref="UnreadableAnswerException">It is too long.</exception>
    public static async Task<ServiceError> ReadAsync(Stream received, long maxBytes, CallLimit limit)
    {
        await using var body = new BoundedStream(received, Math.Min(maxBytes, MaxBytes), limit.Token);
        var error = await RestJson.ReadAsync(body, RestJson.Default.ErrorAnswer, limit.Token);
        return error.Code is { } code && CodeForm().IsMatch(code)
            ? ServiceError.Of(code, error.Message is { Length: > 0 } message ? message : error.Title ?? "")
            : ServiceError.None;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{1,49}\z", RegexOptions.None, 1000)]
    private static partial Regex CodeForm();
}
