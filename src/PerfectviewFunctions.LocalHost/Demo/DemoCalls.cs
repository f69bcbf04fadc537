using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>What of the calls that a step takes is the same by both APIs.</summary>
internal static class DemoCalls
{
    private static readonly HashSet<string> SameByBoth = ["AddMutatie", "AddRelatie", "UpdateRelatie", "GetOpenPosten"];

    /// <summary>By SOAP every call; by REST what changes the books and the list of what is open: what else it reads comes in smaller pieces there.</summary>
    public static string Text(BookkeepingApi api, IEnumerable<string> calls) =>
        string.Join(", ", calls.Where(call => api == BookkeepingApi.Soap || SameByBoth.Contains(call)));
}
