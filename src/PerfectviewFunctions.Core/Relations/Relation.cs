using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>One relation of a tenant, by its id in Perfectview: what Perfectview said of it and which debtor in the books it is.</summary>
/// <param name="Name">As it is shown to people.</param>
/// <param name="FirstSeenAt">When its first event, or the first invoice on it, was worked on.</param>
public sealed record Relation(string Id, RelationState State, string Name, DateTimeOffset FirstSeenAt)
{
    /// <summary>What its events said; invoices on it leave this alone.</summary>
    public RelationFacts Facts { get; init; } = RelationFacts.None;

    /// <summary>Why it is held back, ignored or waits.</summary>
    public Reason? Reason { get; init; }

    public DateTimeOffset ChangedAt { get; init; } = FirstSeenAt;

    /// <summary>By the key of the administration.</summary>
    public IReadOnlyDictionary<string, DebtorLink> Links { get; init; } = new Dictionary<string, DebtorLink>(StringComparer.Ordinal);

    /// <summary>Whether a person set what was held back of it aside; its events stay with it, for when it is taken up again after all.</summary>
    public bool IsSetAside => this is { State: RelationState.Ignored, Reason.Code: ReasonCode.RelationSetAside };

    public DebtorLink? LinkIn(AdministrationKey administration) => Links.GetValueOrDefault(administration.Value);

    /// <param name="link">Null for none any more.</param>
    internal Relation WithLink(AdministrationKey administration, DebtorLink? link)
    {
        var links = new Dictionary<string, DebtorLink>(Links, StringComparer.Ordinal);
        links.Remove(administration.Value);
        if (link is not null)
        {
            links.Add(administration.Value, link);
        }

        return this with { Links = links };
    }
}

public enum RelationState
{
    /// <summary>An event of it is to be worked on.</summary>
    Received,

    /// <summary>The books say what Perfectview said; of one that only invoices named, that the books know it.</summary>
    Current,

    /// <summary>Held back until a person acts or a later event completes it.</summary>
    NeedsAttention,

    /// <summary>Nothing was done with what was said of it.</summary>
    Ignored,
}
