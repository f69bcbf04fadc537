using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>What a card in the books becomes when Perfectview's fields are laid over it.</summary>
/// <param name="Next">The card to put in its place; equal to the one in the books when there is nothing to change.</param>
/// <param name="Overwritten">What somebody had changed in the books, and loses by it.</param>
internal sealed record CardUpdate(DebtorCard Next, IReadOnlyList<Overwritten> Overwritten)
{
    /// <param name="inBooks">The card as it stands there now. Its code stays: bookings lean on it.</param>
    /// <param name="wanted">The card that Perfectview's facts make.</param>
    /// <param name="known">The fields that Perfectview ever spoke of: no other is touched.</param>
    /// <param name="written">The card as we last left it; null when we never wrote it.</param>
    public static CardUpdate Of(
        DebtorCard inBooks, DebtorCard wanted, IReadOnlySet<RelationField> known, DebtorCard? written, DateTimeOffset at) =>
        throw new NotImplementedException();
}
