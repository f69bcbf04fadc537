using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>A tenant as the API shows it: how it is linked, and nothing of what it is linked with.</summary>
internal sealed record TenantAnswer(string Id, string Name, string State, string WebhookAddress, string WebhookProof, ConnectionAnswer Connection)
{
    /// <summary>soap or rest, since it was last linked; absent for one that never was.</summary>
    public string? Api { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? LinkedAt { get; init; }

    public DateTimeOffset? UnlinkedAt { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }

    public DateTimeOffset? CredentialsAt { get; init; }

    public DateTimeOffset? WebhookSecretAt { get; init; }

    public DateTimeOffset? PreviousWebhookSecretUntil { get; init; }

    public DateTimeOffset? ReadKeyAt { get; init; }

    /// <summary>Only in the answer to ending a link: the invoices that wait for it to come back.</summary>
    public int? WaitingInvoices { get; init; }

    public static TenantAnswer Of(Tenant tenant, ConnectionState connection) =>
        new(
            tenant.Id.Value,
            tenant.Settings.Name,
            AnswerJson.Word(tenant.State),
            $"/{Routes.Webhook.Replace("{tenant}", tenant.Id.Value, StringComparison.Ordinal)}",
            AnswerJson.Word(tenant.Settings.WebhookProof),
            ConnectionAnswer.Of(connection))
        {
            Api = tenant.Administration is null ? null : AnswerJson.Word(tenant.Api),
            CreatedAt = tenant.Dates.CreatedAt,
            LinkedAt = tenant.Dates.LinkedAt,
            UnlinkedAt = tenant.Dates.UnlinkedAt,
            RetiredAt = tenant.Dates.RetiredAt,
            CredentialsAt = tenant.Dates.CredentialsAt,
            WebhookSecretAt = tenant.Dates.WebhookSecretAt,
            PreviousWebhookSecretUntil = tenant.Dates.PreviousWebhookSecretUntil,
            ReadKeyAt = tenant.Dates.ReadKeyAt,
        };
}

/// <param name="State">working, paused or not-linked.</param>
internal sealed record ConnectionAnswer(string State, ReasonAnswer? Reason, DateTimeOffset? Since, DateTimeOffset? NextTryAt)
{
    public static ConnectionAnswer Of(ConnectionState connection) =>
        new(AnswerJson.Word(connection.Kind), ReasonAnswer.Of(connection.Reason), connection.Since, connection.NextTryAt);
}

/// <param name="Next">The address of the next page; absent on the last.</param>
internal sealed record TenantListAnswer(IReadOnlyList<TenantAnswer> Tenants, string? Next);
