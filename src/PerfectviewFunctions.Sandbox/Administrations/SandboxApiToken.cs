namespace PerfectviewFunctions.Sandbox;

/// <summary>An API token: opens sessions of the REST API, in the one administration it was made for.</summary>
/// <param name="UserName">Who made it.</param>
/// <param name="Administration">Its GUID: security code 2.</param>
public sealed record SandboxApiToken(string Token, string UserName, Guid Administration)
{
    /// <summary>The last day on which it works; null when it has none.</summary>
    public DateOnly? EndDate { get; init; }

    public bool Revoked { get; init; }

    internal bool WorksOn(DateOnly today) => !Revoked && !(EndDate < today);
}
