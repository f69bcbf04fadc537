using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Layout;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>The state of a relation, and of its link with the books, in words.</summary>
internal static class RelationWords
{
    public static string StateOf(Relation relation, Texts texts) =>
        relation.IsSetAside ? texts["relations.setAside"] : texts.Of(relation.State);

    public static Tone ToneOf(Relation relation) => relation.State switch
    {
        RelationState.Current => Tone.Good,
        RelationState.Received => Tone.Busy,
        RelationState.NeedsAttention => Tone.Bad,
        _ => Tone.Quiet,
    };

    /// <param name="link">Null for none.</param>
    public static string LinkOf(DebtorLink? link, Texts texts) => link switch
    {
        DebtorLink.Linked { IsDoubted: true } linked => texts.Of("relations.linkDoubted", ("code", linked.Code)),
        DebtorLink.Linked { SentAt: not null } linked => texts.Of("relations.linkUncertain", ("code", linked.Code)),
        DebtorLink.Linked linked => texts.Of("relations.linked", ("code", linked.Code)),
        DebtorLink.Creating { SentAt: null } creating => texts.Of("relations.linkCreating", ("code", creating.Card.Code)),
        DebtorLink.Creating creating => texts.Of("relations.linkUncertain", ("code", creating.Card.Code)),
        DebtorLink.Doubtful => texts["relations.linkDoubtful"],
        DebtorLink.Apart => texts["relations.linkApart"],
        _ => texts["relations.linkNone"],
    };

    /// <summary>The code in the books; null while it has none there.</summary>
    public static string? CodeOf(DebtorLink? link) => (link as DebtorLink.Linked)?.Code;
}
