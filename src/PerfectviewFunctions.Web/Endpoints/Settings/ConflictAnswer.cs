using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Time;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>Problem details of a change that was based on an older version: both sides, to be put together by a person.</summary>
/// <param name="Yours">As it would have been.</param>
/// <param name="Current">As it is.</param>
internal sealed record ConflictAnswer<T>(string Title, int Status, string Detail, ReasonAnswer Reason, T Yours, T Current)
{
    public string? ChangedBy { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    public required long Version { get; init; }

    public static ConflictAnswer<T> Of(ChangeMark mark, T yours, T current)
    {
        const int Failed = StatusCodes.Status412PreconditionFailed;
        var at = mark.At is { } instant ? DutchTime.Text(instant) : "";
        var reason = ReasonAnswer.Of(Core.Errors.Reason.Of(ReasonCode.ChangedMeanwhile, ("by", mark.By ?? ""), ("at", at)))!;
        return new(Problem.TitleOf(Failed), Failed, $"{reason.En} {reason.ActionEn}", reason, yours, current)
        {
            ChangedBy = mark.By, ChangedAt = mark.At, Version = mark.Version,
        };
    }
}
