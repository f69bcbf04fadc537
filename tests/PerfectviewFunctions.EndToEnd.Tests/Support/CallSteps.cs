using System.Text.RegularExpressions;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>
/// What the books were asked, step by step, whichever API it went by. SOAP takes one call for a question. REST takes several: a relation is looked for by
/// one fact after another, and what a list of mutations has is read row by row.
/// </summary>
internal static partial class CallSteps
{
    /// <summary>The operations in order, with those of one question by REST once; of SOAP every call.</summary>
    public static IReadOnlyList<string> Steps(this SandboxCalls calls) => calls.Log.Steps();

    /// <inheritdoc cref="Steps(SandboxCalls)"/>
    public static IReadOnlyList<string> Steps(this IEnumerable<SandboxCall> calls)
    {
        var steps = new List<string>();
        SandboxCall? last = null;
        foreach (var call in calls.Where(call => !call.IsRow()))
        {
            if (call.Api == CallApi.Soap || call.Operation != "GetRelaties" || last is not { Operation: "GetRelaties" } || last.At != call.At)
            {
                steps.Add(call.Operation);
            }

            last = call;
        }

        return steps;
    }

    /// <summary>How often mutations were looked for.</summary>
    public static int LookUps(this SandboxCalls calls) => calls.Log.Count(call => call.Operation == "GetMutaties" && !call.IsRow());

    /// <summary>Whether a mutation was read by its id, by REST.</summary>
    public static bool IsRow(this SandboxCall call) => call.Api == CallApi.Rest && MutationById().IsMatch(call.Request);

    [GeneratedRegex("^GET /v1/mutation/[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex MutationById();
}
