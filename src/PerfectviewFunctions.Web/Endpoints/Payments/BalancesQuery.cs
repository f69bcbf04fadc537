using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Payments;

/// <summary>In what form open balances are asked for: <c>?format=csv&amp;lang=en</c>, or <c>Accept: text/csv</c>.</summary>
/// <param name="IsDutch">For CSV; JSON says everything in both languages.</param>
internal sealed record BalancesQuery(bool IsCsv, bool IsDutch)
{
    private const string Csv = "csv";
    private const string Json = "json";
    private const string Dutch = "nl";
    private const string English = "en";

    public static bool TryRead(HttpRequest request, out BalancesQuery query, [NotNullWhen(false)] out IResult? problem)
    {
        query = new BalancesQuery(false, true);
        if (!TryChoose(request, "format", [Csv, Json], AcceptsCsv(request) ? Csv : Json, out var format, out problem)
            || !TryChoose(request, "lang", [Dutch, English], Dutch, out var language, out problem))
        {
            return false;
        }

        query = new BalancesQuery(format == Csv, language == Dutch);
        return true;
    }

    private static bool TryChoose(
        HttpRequest request, string name, string[] choices, string usual, out string chosen, [NotNullWhen(false)] out IResult? problem)
    {
        var sent = request.Query.TryGetValue(name, out var values) ? values : new StringValues(usual);
        chosen = sent.Count == 1 ? sent[0] ?? "" : "";
        problem = choices.Contains(chosen, StringComparer.Ordinal)
            ? null
            : Problem.Of(StatusCodes.Status400BadRequest, $"The value of {name} is {string.Join(" or ", choices)}; left out it is {usual}.");
        return problem is null;
    }

    /// <summary>Whether CSV is named, and preferred to what else could be answered.</summary>
    private static bool AcceptsCsv(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return false;
        }

        var csv = QualityOf("text/csv");
        return csv > 0 && csv > Math.Max(QualityOf("application/json"), QualityOf("application/*")) && csv >= QualityOf("*/*");

        double QualityOf(string type) =>
            accepted.Where(one => one.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(one => one.Quality ?? 1).DefaultIfEmpty(0).Max();
    }
}
