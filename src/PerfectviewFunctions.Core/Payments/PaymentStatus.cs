namespace PerfectviewFunctions.Core.Payments;

/// <summary>How the payment of an invoice stood from a reading on; amounts in euros, negative for a credit invoice.</summary>
/// <param name="At">When the reading was requested that first showed it.</param>
public sealed record PaymentStatus(PaymentState State, DateTimeOffset At)
{
    /// <summary>What the books show as paid; null where they do not say.</summary>
    public decimal? Paid { get; init; }

    /// <summary>What is left to pay; null where the books do not say.</summary>
    public decimal? Open { get; init; }

    /// <summary>The date of the last payment, where one shows.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>Whether nobody owes anything any more: such invoices are only looked for among the rows of a list that are no other's.</summary>
    public bool IsSettled => State is PaymentState.Paid or PaymentState.NothingToCollect;

    /// <summary>Whether it says the same as another, whenever that was.</summary>
    public bool SaysTheSameAs(PaymentStatus other) => this with { At = other.At } == other;
}
