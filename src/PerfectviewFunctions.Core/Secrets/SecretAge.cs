namespace PerfectviewFunctions.Core.Secrets;

/// <summary>How old a secret may be that is read again and again: a store over the network is slow and rationed, and other hosts change secrets too.</summary>
public static class SecretAge
{
    /// <summary>For what is read with every call.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    /// <summary>For a second look, after what was kept was refused: new enough to see a change, and no way for others to wear out the store.</summary>
    public static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(5);

    /// <summary>For whoever changes a secret by what it was.</summary>
    public static readonly TimeSpan Now = TimeSpan.Zero;

    /// <summary>The row that names a change is written a moment before the secret, by a host whose clock may differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>For a secret of which a row says when it was changed last: what was read before that, or right after it, no longer counts.</summary>
    public static TimeSpan SinceChange(DateTimeOffset? changedAt, DateTimeOffset now)
    {
        var settled = now - changedAt - Margin;
        return settled is null || settled > Usual ? Usual : settled < Now ? Now : settled.Value;
    }
}
