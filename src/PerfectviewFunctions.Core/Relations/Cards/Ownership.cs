using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>
/// Which parts of a card Perfectview answers for: those it ever spoke of, whatever it said last. By that alone, and not by what came when, the
/// same events end in the same card in any order.
/// </summary>
internal sealed record Ownership(DebtorCard InBooks, DebtorCard Wanted, IReadOnlySet<RelationField> Known, DebtorCard? Written)
{
    public bool Of(CardPart part) => part.Field switch
    {
        RelationField.Name => Wanted.Name.Trim().Length > 0 && Known.Contains(Wanted.IsPerson ? RelationField.LastName : RelationField.Name),
        RelationField.PostalAddress => KnowsPostalAddress,
        RelationField.VisitingAddress => Known.Contains(RelationField.VisitingAddress) || (KnowsPostalAddress && IsOurFallback(part)),
        RelationField.Email => KnowsAnyOf(RelationField.InvoiceEmail, RelationField.Email),
        var field => Known.Contains(field),
    };

    private bool KnowsPostalAddress => KnowsAnyOf(RelationField.InvoiceAddress, RelationField.PostalAddress);

    /// <summary>
    /// Whether the visiting address is the postal one that we put there for want of another, untouched since. On a card that we never wrote an
    /// empty place is as good: there is nothing to lose, and a card that we make gets the same.
    /// </summary>
    private bool IsOurFallback(CardPart visiting) => Written is null
        ? visiting.Shown(InBooks).Length == 0
        : visiting.IsSame(InBooks, Written) && visiting.IsSame(Written, Written with { VisitingAddress = Written.PostalAddress });

    private bool KnowsAnyOf(params ReadOnlySpan<RelationField> fields)
    {
        foreach (var field in fields)
        {
            if (Known.Contains(field))
            {
                return true;
            }
        }

        return false;
    }
}
