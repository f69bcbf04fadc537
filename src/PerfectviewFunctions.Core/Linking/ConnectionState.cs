using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>Whether a tenant's invoices can reach the books at this moment.</summary>
/// <param name="Reason">Why not; null while it works.</param>
public sealed record ConnectionState(ConnectionStateKind Kind, Reason? Reason = null)
{
    public DateTimeOffset? Since { get; init; }

    /// <summary>When the link tries again by itself; null when only a person can help.</summary>
    public DateTimeOffset? NextTryAt { get; init; }
}

public enum ConnectionStateKind
{
    Working,

    /// <summary>Linked, and nothing is booked until its reason is mended.</summary>
    Paused,

    NotLinked,
}
