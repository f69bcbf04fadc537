namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>What a look-up says of an invoice that is not in the list. Pure.</summary>
internal static class Vanished
{
    /// <summary>The invoice as it is to be stored; itself when nothing is known yet.</summary>
    public static InvoicePayment After(InvoicePayment payment, LookUp lookUp, OpenList list)
    {
        var at = list.RequestedAt;
        switch (lookUp)
        {
            case LookUp.StillOpen { Item: var item }:
                return Verdict.Seen(payment, item, at);
            case LookUp.Gone:
                return payment.With(new PaymentStatus(PaymentState.Removed, at)) with { WasLookedUp = true };
            case LookUp.NoneLeft:
                return payment.With(new PaymentStatus(PaymentState.ClosedNotVerified, at));
            case LookUp.There { Mutation: var mutation, Found: var found }:
                // A number that was taken away is kept: without one every mutation that has none would be its own.
                var number = mutation.InvoiceNumber.Trim() is { Length: > 0 } given ? given : payment.NumberInBooks;
                var followed = payment.Following(mutation.Number, number, mutation.DebtorCode.Trim(), mutation.Total, at);
                return list.Find(followed) switch
                {
                    ListMatch.Row row => Verdict.Seen(followed, row.Item, at),

                    // Under a number we did not ask for, or with rows that may be it: the next run knows more.
                    ListMatch.Ambiguous => followed,
                    _ when found is null => followed,
                    _ => followed.With(Settlement.Of(followed, found, LeavingProvesIt(payment, list), at)) with
                    {
                        WasLookedUp = true, LeftWithMany = false,
                    },
                };
            default:
                return payment;
        }
    }

    private static bool LeavingProvesIt(InvoicePayment payment, OpenList list) => payment.WasSeen && !payment.LeftWithMany && !list.MayBeCut;
}
