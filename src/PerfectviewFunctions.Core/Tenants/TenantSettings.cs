using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Relations;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>What a bookkeeper chooses. The defaults do nothing: every switch is off.</summary>
public sealed record TenantSettings
{
    /// <summary>What people call this link, for lists of several; may be empty.</summary>
    public string Name { get; init; } = "";

    public bool BookingsOn { get; init; }

    /// <summary>Invoices dated earlier are not booked; null = all are.</summary>
    public DateOnly? BookingsFrom { get; init; }

    /// <summary>Whether a relation changed in Perfectview is changed in the books.</summary>
    public bool RelationsOn { get; init; }

    /// <summary>How a person's name stands in the books.</summary>
    public PersonNameFormat PersonNames { get; init; }

    /// <summary>What becomes one booking line.</summary>
    public LineGrouping Grouping { get; init; }

    /// <summary>How VAT is taken out of prices that include it, on an invoice that prints no VAT totals.</summary>
    public InclusiveRounding InclusiveRounding { get; init; }

    /// <summary>Ledger account of category DEB.</summary>
    public string DebtorAccount { get; init; } = "1300";

    /// <summary>Days, for an invoice that names neither term nor due date.</summary>
    public int PaymentTermDays { get; init; } = 14;

    /// <summary>Description of the booking, with {number}, {debtor} and {reference}.</summary>
    public string Description { get; init; } = "{number} {debtor} {reference}";

    /// <summary>Put before every invoice number in the books, so that tenants can share an administration.</summary>
    public string NumberPrefix { get; init; } = "";

    /// <summary>Whether the payment status of open invoices is read and passed on.</summary>
    public bool PaymentsOn { get; init; }

    /// <summary>Where changes of payment status are sent; null = they can only be asked for.</summary>
    public string? CallbackAddress { get; init; }

    /// <summary>Days that the body of an event is kept after the event was done.</summary>
    public int RetentionDays { get; init; } = 90;

    /// <summary>How the sender of webhooks proves who it is.</summary>
    public WebhookProof WebhookProof { get; init; }
}

/// <summary>How the sender of webhooks proves that it knows the secret.</summary>
public enum WebhookProof
{
    /// <summary>By a signature over the body.</summary>
    Signature,

    /// <summary>By a signature, or by the secret itself in a header: for a sender that can't sign.</summary>
    Token,
}
