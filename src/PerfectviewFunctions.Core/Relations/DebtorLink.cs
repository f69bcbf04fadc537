using System.Text.Json.Serialization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>Which relation in the books of one administration a relation of Perfectview is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "state")]
[JsonDerivedType(typeof(Linked), "linked")]
[JsonDerivedType(typeof(Creating), "creating")]
[JsonDerivedType(typeof(Doubtful), "doubtful")]
[JsonDerivedType(typeof(Apart), "apart")]
public abstract record DebtorLink
{
    private DebtorLink()
    {
    }

    /// <summary>Known: matched, chosen or created.</summary>
    /// <param name="Id">The service's own id, which stays when somebody changes the code.</param>
    /// <param name="Code">The relation code in the books.</param>
    public sealed record Linked(long Id, string Code, DateTimeOffset Since) : DebtorLink
    {
        /// <summary>What of the card is ours, as we last left it; null while we never wrote it.</summary>
        public DebtorCard? Written { get; init; }

        /// <summary>The fields that were laid over the card then: one that Perfectview speaks of for the first time is not among them.</summary>
        public IReadOnlyList<RelationField> Spoken { get; init; } = [];

        public DateTimeOffset? WrittenAt { get; init; }

        /// <summary>
        /// Whether its code is still Perfectview's to change: we made it for a relation event, no invoice leans on it yet, and nobody gave it another.
        /// </summary>
        public bool FollowsCode { get; init; }

        /// <summary>The code that it should have had, and that is taken in the books.</summary>
        public string? RefusedCode { get; init; }

        /// <summary>When a change under way, or without a known outcome, was sent; null when none is.</summary>
        public DateTimeOffset? SentAt { get; init; }

        /// <summary>What of the card would be ours by that change, with the code it should get: once the books show it, it is what we last left.</summary>
        public DebtorCard? Sent { get; init; }

        /// <summary>The books said that there is no such relation: it is looked for before it is used again.</summary>
        public bool IsDoubted { get; init; }

        /// <summary>What was cut or left out as it was last written.</summary>
        public IReadOnlyList<FieldNote> Notes { get; init; } = [];

        /// <summary>What lost to Perfectview, newest first; the last of them.</summary>
        public IReadOnlyList<Overwritten> Overwritten { get; init; } = [];
    }

    /// <summary>Being created: what is sent was frozen before the call.</summary>
    /// <param name="SentAt">When the call under way, or without a known outcome, began; null when nothing is under way.</param>
    public sealed record Creating(DebtorCard Card, DateTimeOffset? SentAt) : DebtorLink
    {
        /// <summary>Whether a person said that it is none of those found.</summary>
        public bool IsApart { get; init; }

        /// <summary>The code that it should have had, and that another one has.</summary>
        public string? RefusedCode { get; init; }

        public IReadOnlyList<FieldNote> Notes { get; init; } = [];
    }

    /// <summary>It may be one of these; a person chooses, or the books or Perfectview say more.</summary>
    public sealed record Doubtful(IReadOnlyList<BookedDebtor> Candidates, DateTimeOffset Since) : DebtorLink;

    /// <summary>A person said that it is none of those found: it gets a relation of its own.</summary>
    public sealed record Apart : DebtorLink;
}
