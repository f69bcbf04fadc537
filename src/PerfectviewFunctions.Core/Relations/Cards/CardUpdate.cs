using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>What a card in the books becomes when Perfectview's fields are laid over it.</summary>
/// <param name="Next">The card to put in its place; equal to the one in the books when there is nothing to change.</param>
/// <param name="Overwritten">What somebody had changed in the books, and loses by it.</param>
internal sealed record CardUpdate(DebtorCard Next, IReadOnlyList<Overwritten> Overwritten)
{
    private const int ShownLength = 4000;

    /// <summary>
    /// What of the next card is Perfectview's, as it was when it was written: the card to keep, and to give as <c>written</c> the next time. What
    /// somebody else put on the card is not on it, so that it is never taken for ours when Perfectview first speaks of it.
    /// </summary>
    public DebtorCard Ours { get; init; } = Next;

    /// <summary>The same with another code on the card; the one it has makes no change.</summary>
    public CardUpdate WithCode(string code) =>
        code == Next.Code.Trim() ? this : this with { Next = Next with { Code = code } };

    /// <param name="inBooks">The card as it stands there now. Its code stays.</param>
    /// <param name="wanted">The card that Perfectview's facts make.</param>
    /// <param name="known">The fields that Perfectview ever spoke of: no other is touched.</param>
    /// <param name="written">What we last left of it as ours: <see cref="Ours"/>, or the whole card that we made; null when we never wrote it.</param>
    public static CardUpdate Of(
        DebtorCard inBooks, DebtorCard wanted, IReadOnlySet<RelationField> known, DebtorCard? written, DateTimeOffset at)
    {
        var ownership = new Ownership(inBooks, wanted, known, written);
        var owned = CardPart.All.Where(ownership.Of).ToList();
        var changed = owned.FindAll(part => !part.IsSame(inBooks, wanted));
        var next = changed.Aggregate(inBooks, (card, part) => part.Copy(card, wanted));
        var lost = changed.Where(part => part.Shown(inBooks).Length > 0 && (written is null || !part.IsSame(inBooks, written)));
        var before = written ?? new DebtorCard(inBooks.Code, inBooks.IsPerson, "");
        return new CardUpdate(next, [.. lost.Select(part => Lost(part, inBooks, next, known, at))])
        {
            Ours = owned.Aggregate(before with { Code = inBooks.Code }, (card, part) => part.Copy(card, next)),
        };
    }

    private static Overwritten Lost(CardPart part, DebtorCard old, DebtorCard next, IReadOnlySet<RelationField> known, DateTimeOffset at) => new(
        part.Field switch
        {
            RelationField.Name when next.IsPerson => RelationField.LastName,
            RelationField.PostalAddress when !known.Contains(RelationField.PostalAddress) => RelationField.InvoiceAddress,
            RelationField.Email when !known.Contains(RelationField.Email) => RelationField.InvoiceEmail,
            var field => field,
        },
        Words.Cut(part.Shown(old), ShownLength),
        Words.Cut(part.Shown(next), ShownLength),
        at);
}
