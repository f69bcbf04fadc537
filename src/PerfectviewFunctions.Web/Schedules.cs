namespace PerfectviewFunctions.Web;

/// <summary>The schedules of the timers, in the six-field form that Azure Functions reads (UTC).</summary>
public static class Schedules
{
    /// <summary>Every minute: what is due is worked on.</summary>
    public const string ProcessPending = "0 * * * * *";
}
