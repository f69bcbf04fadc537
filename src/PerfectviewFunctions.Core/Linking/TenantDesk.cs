using System.Globalization;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>Makes tenants and retires them: the operator's part of a link.</summary>
public sealed class TenantDesk
{
    private readonly TenantStore tenants;
    private readonly TenantSecrets secrets;
    private readonly LinkTurns turns;
    private readonly LinkMove move;
    private readonly WaitingInvoices waiting;
    private readonly TimeProvider time;

    internal TenantDesk(
        TenantStore tenants, TenantSecrets secrets, LinkTurns turns, LinkMove move, WaitingInvoices waiting, TimeProvider time)
    {
        this.tenants = tenants;
        this.secrets = secrets;
        this.turns = turns;
        this.move = move;
        this.waiting = waiting;
        this.time = time;
    }

    /// <summary>Makes a tenant that is not linked yet, with the settings that do nothing.</summary>
    public async Task<LinkChange> CreateAsync(string? id, string? name, Actor by, CancellationToken cancellationToken)
    {
        var faults = new List<FieldFault>();
        if (!TenantId.TryParse(id, out var tenantId))
        {
            faults.Add(new FieldFault(
                "/id",
                "De naam in het adres heeft 1 tot 40 tekens: kleine letters a-z, cijfers en streepjes.",
                "The id has 1 to 40 characters: small letters a-z, digits and dashes."));
        }

        var settings = new TenantSettings { Name = (name ?? "").Trim() };
        faults.AddRange(SettingsRules.Check(settings, new SettingsOptions()));
        if (faults.Count > 0)
        {
            return new LinkChange.Faulty(faults);
        }

        var now = time.GetUtcNow();
        var tenant = new Tenant(tenantId, TenantState.Unlinked, null, settings, VatMapping.Empty)
        {
            Dates = new TenantDates { CreatedAt = now },
        };
        return await tenants.AddAsync(tenant, new HistoryEntry(now, by.Name, HistoryKind.TenantCreated, []), cancellationToken)
            ? new LinkChange.Done(tenant)
            : LinkChange.Conflict.Of(ReasonCode.TenantIdTaken, ("id", tenantId.Value));
    }

    /// <summary>
    /// Retires a tenant for good; its history stays, its id is never given out again. Only when nothing waits, be it for a person: nobody would ever book it.
    /// Repeating it finishes one that was left half done.
    /// </summary>
    public async Task<LinkChange> RetireAsync(TenantId id, Actor by, CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(id, cancellationToken) is null)
        {
            return new LinkChange.NoSuchTenant();
        }

        if (await turns.TakeAsync(id, cancellationToken) is not { } turn)
        {
            return LinkChange.Conflict.Of(ReasonCode.LinkBeingChanged);
        }

        try
        {
            return await RetireInTurnAsync(id, turn, by, cancellationToken);
        }
        finally
        {
            await turn.ReleaseAsync();
        }
    }

    private async Task<LinkChange> RetireInTurnAsync(TenantId id, LinkTurn turn, Actor by, CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(id, cancellationToken) is not { } tenant)
        {
            return new LinkChange.NoSuchTenant();
        }

        if (tenant.State == TenantState.Linked)
        {
            return LinkChange.Conflict.Of(ReasonCode.StillLinked);
        }

        // With its secrets gone it was retired to the end; what lies there since was let in by nobody.
        if (tenant.State != TenantState.Retired || await secrets.WebhookAsync(id, SecretAge.Now, cancellationToken) is not null)
        {
            if (await WriteRetiredAsync(tenant, by, cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        await secrets.DeleteBookkeepingAsync(id, CancellationToken.None);
        await secrets.DeleteWebhookAsync(id, CancellationToken.None);
        await secrets.DeleteReadKeyAsync(id, CancellationToken.None);
        if (tenant.Administration is { } administration)
        {
            await turn.NameAsync([administration]);
        }

        await move.TidyAsync(id, turn);
        return await tenants.FindAsync(id, CancellationToken.None) is { } retired ? new LinkChange.Done(retired) : new LinkChange.NoSuchTenant();
    }

    /// <returns>Null when it is retired; else why it can't be.</returns>
    private async Task<LinkChange.Conflict?> WriteRetiredAsync(Tenant tenant, Actor by, CancellationToken cancellationToken)
    {
        var refusal = await WorkOpenAsync(tenant.Id, cancellationToken);
        if (refusal is null)
        {
            await tenants.ChangeAsync(tenant.Id, before => Retired(before, by), CancellationToken.None);

            // A webhook call that was let in before the link ended may store an event until it reads the tenant once more.
            refusal = await WorkOpenAsync(tenant.Id, CancellationToken.None);
        }

        if (refusal is not null)
        {
            await tenants.ChangeAsync(tenant.Id, before => Restored(before, tenant, by), CancellationToken.None);
        }

        return refusal;
    }

    private async Task<LinkChange.Conflict?> WorkOpenAsync(TenantId id, CancellationToken cancellationToken) =>
        await waiting.CountUndecidedAsync(id, cancellationToken) is > 0 and var open
            ? LinkChange.Conflict.Of(ReasonCode.WorkOpen, ("count", open.ToString(CultureInfo.InvariantCulture)))
            : null;

    private (Tenant, HistoryEntry)? Retired(Tenant before, Actor by)
    {
        if (before.State == TenantState.Retired)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var next = before with
        {
            State = TenantState.Retired,
            Dates = before.Dates with
            {
                RetiredAt = now, CredentialsAt = null, WebhookSecretAt = null, PreviousWebhookSecretUntil = null, ReadKeyAt = null,
            },
        };
        return (next, new HistoryEntry(now, by.Name, HistoryKind.TenantRetired, [new FieldChange("state", "unlinked", "retired")]));
    }

    private (Tenant, HistoryEntry)? Restored(Tenant retired, Tenant before, Actor by) => retired.State != TenantState.Retired ? null : (
        retired with { State = TenantState.Unlinked, Dates = before.Dates with { RetiredAt = null } },
        new HistoryEntry(time.GetUtcNow(), by.Name, HistoryKind.Unlinked, [new FieldChange("state", "retired", "unlinked")]));
}
