using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Diagnosis;

/// <summary>How a tenant stands at one moment, as rows and secrets say; nothing of it was asked of the books.</summary>
public sealed record TenantPicture(Tenant Tenant, DateTimeOffset At)
{
    /// <summary>Null when the secrets can't be read.</summary>
    public ConnectionState? Connection { get; init; }

    public bool HasWebhookSecret { get; init; }

    public LeasePicture Work { get; init; } = LeasePicture.Free;

    public LeasePicture Payments { get; init; } = LeasePicture.Free;

    public PendingPicture Pending { get; init; } = PendingPicture.None;

    public HeldPicture Held { get; init; } = HeldPicture.None;

    /// <summary>Look-ups by number in its administration this month.</summary>
    public LookUpPicture LookUps { get; init; } = new(0, 0);

    /// <summary>How the reading of payments stands; its look-ups are those for payments.</summary>
    public ReadingStanding Reading { get; init; } = new(0, 0);

    public MessagePicture Messages { get; init; } = MessagePicture.None;

    /// <summary>Null when the store was never put back from a backup.</summary>
    public RestoreMark? Restored { get; init; }
}

/// <summary>Whether somebody has the turn to work on an administration.</summary>
/// <param name="Until">Null when nobody has, or had it and gave it back.</param>
/// <param name="IsHeld">False with a time: whoever had it never gave it back.</param>
public sealed record LeasePicture(DateTimeOffset? Until, bool IsHeld)
{
    public static LeasePicture Free { get; } = new(null, false);

    public static LeasePicture Of(DateTimeOffset? until, DateTimeOffset now) => new(until, until > now);
}

/// <summary>What the link still has to do by itself.</summary>
/// <param name="Since">Since when the oldest of it waits; null when nothing does.</param>
/// <param name="NextAt">When the next of it is due.</param>
/// <param name="Uncertain">Invoices among it of which nobody knows whether they stand in the books.</param>
/// <param name="UncertainSince">Since when the oldest of those does.</param>
/// <param name="DueRowAt">From when the timer looks at the tenant; null when it does not.</param>
public sealed record PendingPicture(
    Bounded Count, DateTimeOffset? Since, DateTimeOffset? NextAt, Bounded Uncertain, DateTimeOffset? UncertainSince, DateTimeOffset? DueRowAt)
{
    public static PendingPicture None { get; } = new(default, null, null, default, null, null);
}

/// <summary>What waits for a person.</summary>
/// <param name="Causes">Why invoices do, the most frequent first.</param>
/// <param name="Since">Since when the oldest does, of any kind.</param>
public sealed record HeldPicture(AttentionCounts Counts, IReadOnlyList<Cause> Causes, DateTimeOffset? Since)
{
    public static HeldPicture None { get; } = new(new AttentionCounts(default, default, default), [], null);
}

public sealed record LookUpPicture(int Used, int Limit);

/// <summary>Messages to Perfectview that have not arrived.</summary>
/// <param name="Since">Since when the oldest that is not given up waits.</param>
public sealed record MessagePicture(Bounded Waiting, Bounded GivenUp, DateTimeOffset? Since)
{
    public static MessagePicture None { get; } = new(default, default, null);
}
