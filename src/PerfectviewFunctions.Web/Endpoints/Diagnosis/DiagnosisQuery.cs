using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Diagnosis;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Diagnosis;

/// <summary>Whether store and books are compared, and of how many days: <c>?compare=true&amp;days=35</c>.</summary>
/// <param name="Days">Null to ask the books nothing.</param>
internal sealed record DiagnosisQuery(int? Days)
{
    public static bool TryRead(HttpRequest request, out DiagnosisQuery query, [NotNullWhen(false)] out IResult? problem)
    {
        query = new DiagnosisQuery((int?)null);
        var (compare, days) = ((string?)request.Query["compare"] ?? "false", (string?)request.Query["days"]);
        if (compare is not ("true" or "false"))
        {
            problem = Problem.Of(StatusCodes.Status400BadRequest, "The value of compare is true or false; left out it is false.");
            return false;
        }

        var many = Diagnoses.UsualDays;
        if (days is not null
            && !(int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out many) && many is >= 1 and <= Diagnoses.MostDays))
        {
            problem = Problem.Of(
                StatusCodes.Status400BadRequest,
                FormattableString.Invariant($"The value of days is a whole number from 1 to {Diagnoses.MostDays}; left out it is {Diagnoses.UsualDays}."));
            return false;
        }

        (query, problem) = (new DiagnosisQuery(compare == "true" ? many : null), null);
        return true;
    }
}
