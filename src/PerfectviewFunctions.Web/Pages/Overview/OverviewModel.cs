using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Pages.Overview;

public sealed record OverviewModel(Tenant Tenant, ConnectionState Connection, LastContacts Contacts, ReadingStanding Payments)
{
    /// <summary>When somebody's test of the saved credentials was last passed.</summary>
    public DateTimeOffset? TestPassedAt { get; init; }

    public Bounded BookedToday { get; init; }

    public Bounded Waiting { get; init; }

    public AttentionCounts Attention { get; init; } = new(default, default, default);

    /// <summary>The last sign of life of the books that is stored: a booking, a list of open items, or credentials that passed their test.</summary>
    public DateTimeOffset? BooksAnsweredAt => new[] { Contacts.BookedAt, Payments.ReadAt, Tenant.Dates.CredentialsAt, TestPassedAt }.Max();

    /// <summary>Whether nothing is booked until somebody acts; a tenant that was never linked has its steps for that.</summary>
    public bool IsStopped => Connection.Kind == ConnectionStateKind.Paused
        || (Connection.Kind == ConnectionStateKind.NotLinked && Tenant.Administration is not null);

    public IReadOnlyList<Step> Steps =>
    [
        new(StepKind.Credentials, Tenant.State == TenantState.Linked),
        new(StepKind.Webhook, Tenant.Dates.WebhookSecretAt is not null),
        new(StepKind.Mapping, Tenant.Mapping.Rows.Count > 0),
        new(StepKind.BookingsOn, Tenant.Settings.BookingsOn),
        new(StepKind.FirstInvoice, Contacts.IsBooking),
    ];
}

/// <summary>One thing to do on the way from an empty tenant to the first booked invoice.</summary>
public sealed record Step(StepKind Kind, bool IsDone);

public enum StepKind
{
    Credentials,
    Webhook,
    Mapping,
    BookingsOn,
    FirstInvoice,
}
