using Microsoft.AspNetCore.Http;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>Error answers as problem details (RFC 9457): a sentence that says what to do, and nothing of what lies behind.</summary>
internal static class Problem
{
    private const string ContentType = "application/problem+json";

    public static IResult Of(int status, string detail) =>
        Results.Json(new ProblemAnswer(TitleOf(status), status, detail), AnswerJson.Default.ProblemAnswer, ContentType, status);

    public static IResult Unauthorized(string detail) => Of(StatusCodes.Status401Unauthorized, detail);

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request can't be read",
        StatusCodes.Status401Unauthorized => "Not let in",
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status409Conflict => "Not linked",
        StatusCodes.Status413PayloadTooLarge => "Too large",
        StatusCodes.Status415UnsupportedMediaType => "Not JSON",
        StatusCodes.Status503ServiceUnavailable => "Not available now",
        >= 500 => "Something went wrong",
        _ => "The request can't be done",
    };
}

/// <summary>Problem details; the type is about:blank, since the status says it all.</summary>
internal sealed record ProblemAnswer(string Title, int Status, string Detail);
