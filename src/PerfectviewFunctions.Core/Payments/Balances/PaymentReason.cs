using System.Globalization;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Payments.Balances;

/// <summary>Why a payment status is not certain, or what is special about it. Pure.</summary>
internal static class PaymentReason
{
    /// <returns>Null when the status says it all.</returns>
    public static Reason? Of(InvoicePayment payment, bool isFollowed, int lookupsPerMonth) => payment.Status.State switch
    {
        PaymentState.NothingToCollect => Reason.Of(ReasonCode.NothingToCollect),
        _ when !isFollowed => Reason.Of(ReasonCode.PaymentNotFollowed),
        PaymentState.Removed => Reason.Of(ReasonCode.BookingRemoved, ("mutation", Text(payment.Mutation))),
        PaymentState.ClosedNotVerified when payment.WasLookedUp => Reason.Of(ReasonCode.ClosedNotVerified),
        PaymentState.ClosedNotVerified => Reason.Of(ReasonCode.ClosedNotLookedUp, ("limit", Text(lookupsPerMonth))),
        PaymentState.CreditsNotTracked => Reason.Of(ReasonCode.CreditNotTracked),
        _ => null,
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
