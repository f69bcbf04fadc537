using System.Globalization;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Mapping;
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

        if (tenant.State != TenantState.Retired && await waiting.CountUndecidedAsync(id, cancellationToken) is > 0 and var open)
        {
            return LinkChange.Conflict.Of(ReasonCode.WorkOpen, ("count", open.ToString(CultureInfo.InvariantCulture)));
        }

        await secrets.DeleteBookkeepingAsync(id, CancellationToken.None);
        await secrets.DeleteWebhookAsync(id, CancellationToken.None);
        await secrets.DeleteReadKeyAsync(id, CancellationToken.None);
        if (tenant.Administration is { } administration)
        {
            await turn.NameAsync([administration]);
        }

        var retired = await tenants.ChangeAsync(id, before => Retired(before, by), CancellationToken.None);
        await move.TidyAsync(id, turn);
        return new LinkChange.Done(retired!);
    }

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
}
