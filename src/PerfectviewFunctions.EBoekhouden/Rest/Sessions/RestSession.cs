namespace PerfectviewFunctions.EBoekhouden.Rest.Sessions;

/// <summary>An open session of the REST API. Two sessions are the same only if they are one object.</summary>
/// <param name="asked">When it was asked for, by the clock for time passed.</param>
/// <param name="lasts">As long as the service said; null when it said nothing.</param>
internal sealed class RestSession(string token, long asked, TimeSpan? lasts)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    public string Token { get; } = token;

    /// <summary>From a minute before its end, so that no call meets the end; with a session shorter than two minutes from half of it.</summary>
    public bool IsSpent(TimeProvider clock) =>
        lasts is { } whole && clock.GetElapsedTime(asked) >= (whole - Margin > whole / 2 ? whole - Margin : whole / 2);

    public override string ToString() => "REST session";
}
