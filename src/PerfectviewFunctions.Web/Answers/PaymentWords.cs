using PerfectviewFunctions.Core.Payments;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>Payment states in the words of a bookkeeper.</summary>
internal static class PaymentWords
{
    public static (string Nl, string En) Of(PaymentState state) => state switch
    {
        PaymentState.NotRead => ("Nog niet gelezen", "Not read yet"),
        PaymentState.Open => ("Openstaand", "Open"),
        PaymentState.PartlyPaid => ("Deels betaald", "Partly paid"),
        PaymentState.Paid => ("Betaald", "Paid"),
        PaymentState.Reopened => ("Weer openstaand", "Open again"),
        PaymentState.Overpaid => ("Te veel betaald", "Overpaid"),
        PaymentState.Removed => ("Boeking verwijderd", "Booking removed"),
        PaymentState.ClosedNotVerified => ("Afgeboekt, niet geverifieerd", "Closed, not verified"),
        PaymentState.NothingToCollect => ("Niets te innen", "Nothing to collect"),
        PaymentState.CreditsNotTracked => ("Creditfactuur, niet te volgen", "Credit invoice, not tracked"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
