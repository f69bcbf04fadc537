using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Mapping;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>One Perfectview account and how it is linked.</summary>
/// <param name="Administration">The administration it books in; kept when the link is ended; null while it was never linked.</param>
public sealed record Tenant(
    TenantId Id, TenantState State, AdministrationKey? Administration, TenantSettings Settings, VatMapping Mapping)
{
    /// <summary>The API by which its administration is reached, since it was last linked.</summary>
    public BookkeepingApi Api { get; init; }

    /// <summary>How often the settings were changed, and the last time.</summary>
    public ChangeMark SettingsMark { get; init; } = ChangeMark.Never;

    /// <summary>How often the VAT mapping was changed, and the last time.</summary>
    public ChangeMark MappingMark { get; init; } = ChangeMark.Never;

    public TenantDates Dates { get; init; } = new();
}

public enum TenantState
{
    /// <summary>Events are taken in and worked on.</summary>
    Linked,

    /// <summary>Known, but events are answered 409 and not stored.</summary>
    Unlinked,

    /// <summary>Gone for whoever asks; its history stays.</summary>
    Retired,
}

/// <summary>When what was last done with a tenant; null for what never was, or no longer holds.</summary>
public sealed record TenantDates
{
    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? LinkedAt { get; init; }

    /// <summary>Since when webhooks are answered 409.</summary>
    public DateTimeOffset? UnlinkedAt { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>When the credentials that stand in the secret store were saved.</summary>
    public DateTimeOffset? CredentialsAt { get; init; }

    public DateTimeOffset? WebhookSecretAt { get; init; }

    /// <summary>Until when the webhook secret before the current one is still taken.</summary>
    public DateTimeOffset? PreviousWebhookSecretUntil { get; init; }

    public DateTimeOffset? ReadKeyAt { get; init; }
}
