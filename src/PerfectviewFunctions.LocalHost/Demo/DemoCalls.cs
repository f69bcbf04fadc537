using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>What of the calls that a step takes is the same by both APIs.</summary>
internal static class DemoCalls
{
    private static readonly HashSet<string> SameByBoth = ["AddMutatie", "UpdateRelatie", "GetOpenPosten"];

    /// <summary>By SOAP every call; by REST these only: relations are looked for one by one there, and so known before they are made in vain.</summary>
    public static string Text(BookkeepingApi api, IEnumerable<string> calls) =>
        string.Join(", ", calls.Where(call => api == BookkeepingApi.Soap || SameByBoth.Contains(call)));
}
