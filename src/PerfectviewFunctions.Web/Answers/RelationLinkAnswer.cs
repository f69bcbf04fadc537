using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>Which relation in the books it is.</summary>
/// <param name="State">linked, creating, uncertain, doubted, doubtful or apart.</param>
/// <param name="Code">In the books.</param>
/// <param name="Since">Since when it is linked, or in doubt.</param>
/// <param name="WrittenAt">When we last wrote it, or saw that nothing was to be written.</param>
internal sealed record RelationLinkAnswer(string State, string? Code, DateTimeOffset? Since, DateTimeOffset? WrittenAt)
{
    /// <param name="link">Null for none.</param>
    public static RelationLinkAnswer? Of(DebtorLink? link) => link switch
    {
        DebtorLink.Linked linked => new(StateOf(linked), linked.Code, linked.Since, linked.WrittenAt),
        DebtorLink.Creating creating => new(creating.SentAt is null ? "creating" : "uncertain", creating.Card.Code, null, null),
        DebtorLink.Doubtful doubtful => new("doubtful", null, doubtful.Since, null),
        DebtorLink.Apart => new("apart", null, null, null),
        null => null,
        _ => throw new InvalidOperationException("A link of an unknown kind."),
    };

    private static string StateOf(DebtorLink.Linked linked) => linked switch
    {
        { IsDoubted: true } => "doubted",
        { SentAt: not null } => "uncertain",
        _ => "linked",
    };
}

/// <summary>A relation in the books that it may be.</summary>
internal sealed record CandidateAnswer(string Code, string Name, string? PostalCode, string? VatNumber, string? ChamberOfCommerceNumber)
{
    public static CandidateAnswer Of(BookedDebtor booked) => new(
        booked.Code.Trim(),
        booked.Name,
        TextOrNone(booked.PostalCode) ?? TextOrNone(booked.PostalCode2),
        TextOrNone(booked.VatNumber),
        TextOrNone(booked.ChamberOfCommerceNumber));

    private static string? TextOrNone(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
