using PerfectviewFunctions.Core.Mapping;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>One Perfectview account and how it is linked.</summary>
/// <param name="Administration">The administration it books in; null while it was never linked.</param>
public sealed record Tenant(
    TenantId Id, TenantState State, AdministrationKey? Administration, TenantSettings Settings, VatMapping Mapping);

public enum TenantState
{
    /// <summary>Events are taken in and worked on.</summary>
    Linked,

    /// <summary>Known, but events are answered 409 and not stored.</summary>
    Unlinked,

    /// <summary>Gone for whoever asks; its history stays.</summary>
    Retired,
}

/// <summary>What a bookkeeper chooses. The defaults book nothing.</summary>
public sealed record TenantSettings
{
    public bool BookingsOn { get; init; }

    /// <summary>Invoices dated earlier are not booked; null = all are.</summary>
    public DateOnly? BookingsFrom { get; init; }

    /// <summary>Put before every invoice number in the books, so that tenants can share an administration.</summary>
    public string NumberPrefix { get; init; } = "";

    /// <summary>Ledger account of category DEB.</summary>
    public string DebtorAccount { get; init; } = "1300";

    /// <summary>Days, for an invoice that names neither term nor due date.</summary>
    public int PaymentTermDays { get; init; } = 14;

    /// <summary>Description of the booking, with {number}, {debtor} and {reference}.</summary>
    public string Description { get; init; } = "{number} {debtor} {reference}";

    public InclusiveRounding InclusiveRounding { get; init; }
}
