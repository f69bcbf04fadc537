using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Linking;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>Error answers as problem details (RFC 9457): a sentence that says what to do, and nothing of what lies behind.</summary>
internal static class Problem
{
    public const string ContentType = "application/problem+json";

    /// <summary>For a tenant that does not exist, was retired, or is somebody else's: the same answer for all three.</summary>
    public static IResult NoSuchTenant => Of(StatusCodes.Status404NotFound, "There is no such tenant.");

    public static IResult Of(int status, string detail) => Of(new ProblemAnswer(TitleOf(status), status, detail));

    /// <summary>Why it can't be done, in both languages, with a code that a program can go by.</summary>
    public static IResult Of(int status, Reason reason)
    {
        var text = ReasonText.Render(reason);
        return Of(new ProblemAnswer(TitleOf(status), status, $"{text.En} {text.ActionEn}") { Reason = ReasonAnswer.Of(reason) });
    }

    /// <summary>Why it can't be done, with remarks on what was filled in.</summary>
    public static IResult Of(int status, Reason reason, IReadOnlyList<FormNote> hints)
    {
        var text = ReasonText.Render(reason);
        return Of(new ProblemAnswer(TitleOf(status), status, $"{text.En} {text.ActionEn}")
        {
            Reason = ReasonAnswer.Of(reason),
            Hints = hints.Count == 0 ? null : [.. hints.Select(NoteAnswer.Of)],
        });
    }

    /// <summary>What was sent has faults; each is named with its field.</summary>
    public static IResult Of(IReadOnlyList<FieldFault> faults) => Of(
        new ProblemAnswer(
            "Fields with faults", StatusCodes.Status422UnprocessableEntity, string.Join(' ', faults.Select(fault => $"{fault.Pointer}: {fault.En}")))
        {
            Faults = [.. faults.Select(FieldFaultAnswer.Of)],
        });

    public static IResult Unauthorized(string detail) => Of(StatusCodes.Status401Unauthorized, detail);

    private static IResult Of(ProblemAnswer problem) =>
        Results.Json(problem, AnswerJson.Default.ProblemAnswer, ContentType, problem.Status);

    public static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request can't be read",
        StatusCodes.Status401Unauthorized => "Not let in",
        StatusCodes.Status403Forbidden => "Not allowed",
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status409Conflict => "Not possible now",
        StatusCodes.Status412PreconditionFailed => "Changed by somebody else",
        StatusCodes.Status413PayloadTooLarge => "Too large",
        StatusCodes.Status415UnsupportedMediaType => "Not JSON",
        StatusCodes.Status428PreconditionRequired => "Say which version you read",
        StatusCodes.Status429TooManyRequests => "Too many requests",
        StatusCodes.Status503ServiceUnavailable => "Not available now",
        >= 500 => "Something went wrong",
        _ => "The request can't be done",
    };
}

/// <summary>Problem details; the type is about:blank, since the status says it all.</summary>
internal sealed record ProblemAnswer(string Title, int Status, string Detail)
{
    public ReasonAnswer? Reason { get; init; }

    public IReadOnlyList<FieldFaultAnswer>? Faults { get; init; }

    public IReadOnlyList<NoteAnswer>? Hints { get; init; }
}

/// <param name="Pointer">A JSON pointer into what was sent.</param>
internal sealed record FieldFaultAnswer(string Pointer, string Nl, string En)
{
    public static FieldFaultAnswer Of(FieldFault fault) => new(fault.Pointer, fault.Nl, fault.En);
}
