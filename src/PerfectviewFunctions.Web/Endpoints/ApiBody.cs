using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Endpoints.Linking;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>Reads what somebody sends to the API: JSON, small, and no field that the API does not know, since a misspelt one would do nothing.</summary>
internal static class ApiBody
{
    private const int Limit = 1024 * 1024;
    private const int LongestStep = 40;

    /// <param name="form">Of a context whose unmapped members are disallowed.</param>
    /// <returns>What was sent, or the answer that says what is wrong with it.</returns>
    public static async Task<(T? Sent, IResult? Problem)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> form, CancellationToken cancellationToken)
        where T : class
    {
        if (!JsonBody.IsJson(request.ContentType))
        {
            return (null, Problem.Of(StatusCodes.Status415UnsupportedMediaType, "Send the body as application/json in UTF-8."));
        }

        if (await JsonBody.ReadAsync(request, Limit, cancellationToken) is not { } body)
        {
            return (null, Problem.Of(StatusCodes.Status413PayloadTooLarge, $"A request here holds at most {Limit} bytes."));
        }

        // A text of bytes that are no UTF-8 would be found only by whoever reads it.
        if (!Utf8.IsValid(body.Span))
        {
            return (null, Problem.Of(StatusCodes.Status400BadRequest, "The body is not UTF-8; send it as application/json in UTF-8."));
        }

        try
        {
            return JsonSerializer.Deserialize(body.Span, form) is { } sent
                ? (sent, null)
                : (null, Problem.Of(StatusCodes.Status400BadRequest, "The body is null; send an object."));
        }
        catch (JsonException exception)
        {
            return (null, Problem.Of(
                StatusCodes.Status400BadRequest,
                $"The body is no JSON, or a field of it is missing, there twice, unknown here or of another kind than it should be; reading stopped at '{PointerOf(exception)}'. /api/openapi.yaml has every field."));
        }
    }

    /// <summary>For what needs no more than its address: nothing may be sent, or an empty object.</summary>
    /// <returns>Null when it is so, else the answer that says what is wrong.</returns>
    public static async Task<IResult?> FaultOfNothingAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(request.ContentType) && await JsonBody.ReadAsync(request, limit: 0, cancellationToken) is not null)
        {
            return null;
        }

        var (_, problem) = await ReadAsync(request, LinkingJson.Default.EmptyBody, cancellationToken);
        return problem;
    }

    /// <summary>
    /// Where reading stopped, as far as the names on the way are such as the API's own. The rest of a name that somebody made up is his, and may be
    /// what he meant to keep secret; the exception's own message would name types of ours.
    /// </summary>
    private static string PointerOf(JsonException exception)
    {
        var steps = (exception.Path ?? "").Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        return "/" + string.Join('/', steps.Skip(1).TakeWhile(IsPlain));
    }

    /// <summary>A place in a list, or letters with at most one digit behind them.</summary>
    private static bool IsPlain(string step) =>
        step.Length is >= 1 and <= LongestStep
        && (step.All(char.IsAsciiDigit) || (char.IsAsciiLetter(step[0]) && step[..^1].All(char.IsAsciiLetter) && char.IsAsciiLetterOrDigit(step[^1])));
}
