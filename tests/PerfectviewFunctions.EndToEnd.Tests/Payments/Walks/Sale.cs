using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>A booked invoice or credit, where it stands in the books now, and what a judge has to remember of it.</summary>
internal sealed class Sale(Firm firm, string number, long mutation)
{
    public Firm Firm => firm;

    /// <summary>As Perfectview has it.</summary>
    public string Number => number;

    /// <summary>Its row in the store, and what that says.</summary>
    public Row Row { get; set; } = null!;

    public InvoicePayment Payment { get; set; } = null!;

    /// <summary>The mutation that is its booking now, or was before somebody removed it.</summary>
    public long Mutation { get; set; } = mutation;

    /// <summary>What was removed from the books; null while its booking stands there.</summary>
    public SandboxMutation? Removed { get; set; }

    /// <summary>Its booking in the books; null when there is none.</summary>
    public SandboxMutation? Booking => firm.Books.Mutations.FirstOrDefault(booked => booked.Number == Mutation);

    /// <summary>Whether a list that counts for it ever showed it.</summary>
    public bool WasListed { get; set; }

    /// <summary>Whether the last list that counts for it showed it, or nothing has been found out since it vanished.</summary>
    public bool IsListed { get; set; }

    /// <summary>Whether it vanished together with so many others that only a payment proves it paid.</summary>
    public bool LeftWithMany { get; set; }

    /// <summary>Whether it was ever found removed from the books.</summary>
    public bool WasFoundRemoved { get; set; }

    /// <summary>Whether it was changed when there was no reason to look for it any more, in a way that the list can't show.</summary>
    public bool IsOutOfSight { get; set; }

    /// <summary>Whether somebody entered its number a second time for the same debtor: then the list does not say which row is which.</summary>
    public bool IsDoubled { get; set; }

    /// <summary>Whether nothing but a row in the list would lead to it again.</summary>
    public bool IsAtRest => Payment.WasLookedUp || Payment.Status.State switch
    {
        PaymentState.Paid or PaymentState.NothingToCollect or PaymentState.Removed or PaymentState.CreditsNotTracked => true,
        PaymentState.NotRead => Payment.IsCredit,
        _ => false,
    };

    public override string ToString() => $"{firm.Name} #{number}";
}
