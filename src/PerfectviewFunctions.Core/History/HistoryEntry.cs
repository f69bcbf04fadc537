namespace PerfectviewFunctions.Core.History;

/// <summary>One thing that somebody changed about a tenant. Never holds a secret: of those only that they were changed.</summary>
/// <param name="Changes">What became what; empty where the kind says it all.</param>
public sealed record HistoryEntry(DateTimeOffset At, string By, HistoryKind Kind, IReadOnlyList<FieldChange> Changes);

/// <summary>A field's value before and after, as text; null for none.</summary>
/// <param name="Field">The name that the API gives it.</param>
public sealed record FieldChange(string Field, string? Old, string? New);

public enum HistoryKind
{
    TenantCreated,
    TenantRetired,
    Linked,
    CredentialsChanged,
    AdministrationChanged,
    Unlinked,
    WebhookSecretChanged,
    ReadKeyChanged,
    ReadKeyDeleted,
    SettingsChanged,
    VatMappingChanged,
    InvoiceIgnored,
    InvoicesRetried,
    EventIgnored,
    DebtorChosen,
    RelationRetried,
    RelationSetAside,
    AccessChanged,
}
