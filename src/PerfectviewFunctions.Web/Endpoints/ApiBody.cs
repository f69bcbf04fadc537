using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>Reads what somebody sends to the API: JSON, small, and no field that the API does not know, since a misspelt one would do nothing.</summary>
internal static class ApiBody
{
    private const int Limit = 1024 * 1024;

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
                $"The body is no JSON, or a field of it is missing, unknown here or of another kind than it should be; reading stopped at '{PointerOf(exception)}'. /api/openapi.yaml has every field."));
        }
    }

    /// <summary>The exception's own message would name types of ours.</summary>
    private static string PointerOf(JsonException exception) =>
        exception.Path is null or "$" ? "/" : exception.Path.Replace("$", "", StringComparison.Ordinal).Replace('.', '/').Replace('[', '/').Replace("]", "", StringComparison.Ordinal);
}
