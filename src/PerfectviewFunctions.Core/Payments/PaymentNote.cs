namespace PerfectviewFunctions.Core.Payments;

/// <summary>Something that was changed about a booking in the books, and that we followed.</summary>
public sealed record PaymentNote(PaymentNoteKind Kind, string Was, string Becomes, DateTimeOffset At);

public enum PaymentNoteKind
{
    /// <summary>It has another invoice number.</summary>
    Renumbered,

    /// <summary>It has another debtor code.</summary>
    DebtorCodeChanged,

    /// <summary>It has another amount.</summary>
    AmountChanged,

    /// <summary>It was removed and entered again by hand, under another mutation number.</summary>
    EnteredAgain,
}
