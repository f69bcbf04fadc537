namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// The steps of the work on one invoice or one relation, and of reading payments and telling of them: between any two a process can die, and the
/// invoice is still booked once and its payment told as it is. Tests iterate over this list.
/// </summary>
public enum WorkStep
{
    /// <summary>The tenant is marked as having work.</summary>
    DueStored,

    /// <summary>The event, its body, its invoice and its places in the lists stand in the store; of new events of one request, those of one batch.</summary>
    EventStored,

    /// <summary>The administration's lease is ours.</summary>
    LeaseTaken,

    /// <summary>What will be sent as a new debtor is frozen.</summary>
    DebtorIntentStored,

    /// <summary>The books answered about the new debtor; nothing of it is stored yet.</summary>
    DebtorAnswered,

    /// <summary>The debtor's code is stored.</summary>
    DebtorLinked,

    /// <summary>A change of a debtor's card is about to be sent.</summary>
    CardIntentStored,

    /// <summary>The books answered about the changed card; nothing of it is stored yet.</summary>
    CardAnswered,

    /// <summary>The relation and its events have their result.</summary>
    RelationStored,

    /// <summary>The booking is frozen.</summary>
    IntentStored,

    /// <summary>The books answered about the booking; nothing of it is stored yet.</summary>
    BookingAnswered,

    /// <summary>It is stored that nobody knows whether the booking was made.</summary>
    UncertainStored,

    /// <summary>A look-up by number is counted against the month.</summary>
    LookupCounted,

    /// <summary>The look-up found the booking, or proved it absent; nothing of it is stored yet.</summary>
    LookupAnswered,

    /// <summary>The mutation number is claimed for this invoice.</summary>
    MutationClaimed,

    /// <summary>The invoice and its event have their result.</summary>
    ResultStored,

    /// <summary>The lease is given back.</summary>
    LeaseReleased,

    /// <summary>The administration's lease for payments is ours.</summary>
    PaymentsLeaseTaken,

    /// <summary>The list of open invoices is read; nothing of it is stored yet.</summary>
    PaymentsRead,

    /// <summary>Some of the payments that changed are stored, with the messages about them.</summary>
    PaymentsStored,

    /// <summary>It is stored that many invoices left the list together.</summary>
    VanishingStored,

    /// <summary>A vanished invoice was looked up; nothing of it is stored yet.</summary>
    PaymentLookedUp,

    /// <summary>It is stored that the administration was read.</summary>
    ReadingStored,

    /// <summary>A message about a payment is about to be sent.</summary>
    CallbackClaimed,

    /// <summary>The receiver answered; nothing of it is stored yet.</summary>
    CallbackAnswered,
}

/// <summary>Is told of each step as it is reached; the product needs none, tests end a process or a clock there.</summary>
public interface IWorkWitness
{
    void Reached(WorkStep step);
}

/// <summary>The witness that does nothing.</summary>
public sealed class NoWitness : IWorkWitness
{
    public void Reached(WorkStep step)
    {
    }
}
