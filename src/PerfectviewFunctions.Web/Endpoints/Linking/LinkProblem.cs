using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>The answer to a change that was not made.</summary>
internal static class LinkProblem
{
    public static IResult Of(LinkChange change, HttpResponse response) => change switch
    {
        LinkChange.NoSuchTenant => Problem.NoSuchTenant,
        LinkChange.Faulty faulty => Problem.Of(faulty.Faults),
        LinkChange.Conflict conflict => Problem.Of(StatusCodes.Status409Conflict, conflict.Reason),
        LinkChange.TestFailed { Test: var test } => Of(test, response),
        _ => throw new InvalidOperationException("A change that was made is no problem."),
    };

    private static IResult Of(TestResult.Fails test, HttpResponse response)
    {
        if (test.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        }

        var status = test.IsPassing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity;
        return Problem.Of(status, test.Reason, test.Notes);
    }
}
