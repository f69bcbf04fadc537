namespace PerfectviewFunctions.Web;

/// <summary>The schedules of the timers, in the six-field form that Azure Functions reads (UTC).</summary>
public static class Schedules
{
    /// <summary>Every minute: what is due is worked on.</summary>
    public const string ProcessPending = "0 * * * * *";

    /// <summary>
    /// Every minute: payments are read if their own schedule, a setting, asks for it and it was not done yet. So a run that was cut short goes on, and
    /// one that was missed is made up for.
    /// </summary>
    public const string SyncPayments = "20 * * * * *";

    /// <summary>Every minute: what Perfectview has to be told of payments is sent, or sent again.</summary>
    public const string DeliverCallbacks = "40 * * * * *";

    /// <summary>Every quarter of an hour: how each tenant stands is told to whoever watches over the deployment.</summary>
    public const string TakeStock = "0 5/15 * * * *";
}
