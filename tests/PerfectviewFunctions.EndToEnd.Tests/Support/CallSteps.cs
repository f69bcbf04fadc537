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
        SandboxCall? asked = null;
        foreach (var call in calls)
        {
            if (asked is null || !call.BelongsTo(asked))
            {
                steps.Add(call.Operation);
            }

            if (!call.IsRow() && !call.Operation.EndsWith("Session", StringComparison.Ordinal))
            {
                asked = call;
            }
        }

        return steps;
    }

    /// <summary>How often mutations were looked for.</summary>
    public static int LookUps(this SandboxCalls calls) => calls.Steps().Count(step => step == "GetMutaties");

    /// <summary>Whether it asks for another fact, reads a row of the list that was asked for, or what stands there of the booking just made.</summary>
    private static bool BelongsTo(this SandboxCall call, SandboxCall asked) => call.Api == CallApi.Rest && call.At == asked.At && (call.IsRow()
        ? asked.Operation == "AddMutatie" || (asked.Operation == "GetMutaties" && !asked.Answer.Contains("\"items\":[]", StringComparison.Ordinal))
        : call.Operation == "GetRelaties" && asked.Operation == "GetRelaties");

    /// <summary>Whether a mutation was read by its id, by REST.</summary>
    public static bool IsRow(this SandboxCall call) => call.Api == CallApi.Rest && MutationById().IsMatch(call.Request);

    [GeneratedRegex("^GET /v1/mutation/[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex MutationById();
}
