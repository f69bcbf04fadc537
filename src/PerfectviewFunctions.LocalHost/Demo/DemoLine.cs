namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>The line that tells of a step.</summary>
internal static class DemoLine
{
    /// <param name="calls">How many calls to e-Boekhouden it took.</param>
    /// <param name="told">How it stands after it.</param>
    public static string Of(string title, int calls, string outcome, string told, DemoFaults faults)
    {
        var calledFor = calls switch { 0 => "no call", 1 => "1 call", _ => $"{calls} calls" };
        return $"{(faults.All.Count == 0 ? "ok " : "NOT")} {title,-52} {calledFor,-8} {outcome}: {told}";
    }
}
