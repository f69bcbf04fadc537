using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>A relation as the API shows it: what is known of it in the administration that the tenant books in now.</summary>
/// <param name="Id">Perfectview's.</param>
internal sealed record RelationAnswer(string Id, string Name, string State, DateTimeOffset FirstSeenAt, DateTimeOffset ChangedAt)
{
    /// <summary>The last of its events, as Perfectview orders them; absent where only invoices named it.</summary>
    public LastChangeAnswer? LastChange { get; init; }

    /// <summary>True when that one said that it is gone; else absent.</summary>
    public bool? Deleted { get; init; }

    public RelationLinkAnswer? Link { get; init; }

    public ReasonAnswer? Reason { get; init; }

    public int NotCarriedOverCount { get; init; }

    /// <summary>What of it does not stand in the books as Perfectview has it; absent for nothing. In a list only counted.</summary>
    public IReadOnlyList<NotCarriedOverAnswer>? NotCarriedOver { get; init; }

    public int OverwrittenCount { get; init; }

    /// <summary>What lost to Perfectview, newest first; absent for nothing. In a list only counted.</summary>
    public IReadOnlyList<OverwrittenAnswer>? Overwritten { get; init; }

    /// <summary>Those in the books that it may be, for a person to choose.</summary>
    public IReadOnlyList<CandidateAnswer>? Candidates { get; init; }

    /// <summary>What a person may do with it now: link, retry.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    public static RelationAnswer Of(Relation relation, Tenant tenant, TenantStanding standing)
    {
        var link = tenant.Administration is { } administration ? relation.LinkIn(administration) : null;
        var notes = NotesOn(relation, link);
        var overwritten = (link as DebtorLink.Linked)?.Overwritten ?? [];
        return new(relation.Id, relation.Name, AnswerJson.Word(relation.State), relation.FirstSeenAt, relation.ChangedAt)
        {
            LastChange = relation.Facts.Last is { } last ? new LastChangeAnswer(last.EventId, last.OccurredAt) : null,
            Deleted = relation.Facts.IsDeleted ? true : null,
            Link = RelationLinkAnswer.Of(link),
            Reason = ReasonAnswer.Of(relation.Reason ?? (relation.State == RelationState.Received ? standing.Waits : null)),
            NotCarriedOverCount = notes.Count,
            NotCarriedOver = notes.Count == 0 ? null : [.. notes.Select(NotCarriedOverAnswer.Of)],
            OverwrittenCount = overwritten.Count,
            Overwritten = overwritten.Count == 0 ? null : [.. overwritten.Select(OverwrittenAnswer.Of)],
            Candidates = link is DebtorLink.Doubtful doubtful ? [.. doubtful.Candidates.Select(CandidateAnswer.Of)] : null,
            Actions = ActionsOn(relation, link, standing.State),
        };
    }

    /// <summary>As a list shows it, so that a page stays small.</summary>
    public static RelationAnswer ShortOf(Relation relation, Tenant tenant, TenantStanding standing) =>
        Of(relation, tenant, standing) with { NotCarriedOver = null, Overwritten = null };

    /// <summary>What could not be used when it was said, and what did not fit when it was written; often that is one and the same.</summary>
    private static IReadOnlyList<FieldNote> NotesOn(Relation relation, DebtorLink? link)
    {
        IReadOnlyList<FieldNote> ofLink = link switch
        {
            DebtorLink.Linked linked => linked.Notes,
            DebtorLink.Creating creating => creating.Notes,
            _ => [],
        };
        return [.. relation.Facts.Notes.Values.Select(told => told.Note).Concat(ofLink).Distinct().OrderBy(note => note.Field)];
    }

    private static IReadOnlyList<string> ActionsOn(Relation relation, DebtorLink? link, TenantState tenant) => tenant != TenantState.Linked
        ? []
        : [
            .. link is DebtorLink.Doubtful ? ["link"] : (string[])[],
            .. relation.State == RelationState.NeedsAttention || relation.IsSetAside ? ["retry"] : (string[])[],
        ];
}

/// <param name="EventId">The sender's.</param>
internal sealed record LastChangeAnswer(string EventId, DateTimeOffset OccurredAt);

/// <param name="Next">The address of the next page; absent on the last.</param>
internal sealed record RelationListAnswer(IReadOnlyList<RelationAnswer> Relations, string? Next);
