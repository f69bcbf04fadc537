namespace PerfectviewFunctions.Benchmarks.Load;

/// <summary>One request, from the moment when it was to be sent.</summary>
internal sealed class Sent(LoadTenant tenant, string number, TimeSpan at)
{
    public LoadTenant Tenant => tenant;

    /// <summary>The invoice's number, as the books know it.</summary>
    public string Number => number;

    public TimeSpan At => at;

    /// <summary>0 while there is none, and for a request that failed.</summary>
    public int Status { get; set; }

    public TimeSpan AnsweredAt { get; set; }

    /// <summary>Seen in the books, to the tenth of a second.</summary>
    public TimeSpan? BookedAt { get; set; }

    public bool IsAccepted => Status is 200 or 202;
}
