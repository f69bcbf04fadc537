using System.Security.Cryptography;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>The keys that a tenant's own systems use: the secret its sender signs with, and the key to read its payments.</summary>
/// <remarks>
/// The tenant's row is written before the secret: a death in between leaves a date that says too much. The other way round it would leave a
/// new secret that nobody was ever shown.
/// </remarks>
public sealed class KeyDesk
{
    private const string ReadKeyPrefix = "pvr_";
    private const int MostHours = 168;
    private const int UsualHours = 24;

    private readonly TenantStore tenants;
    private readonly TenantSecrets secrets;
    private readonly LinkTurns turns;
    private readonly TimeProvider time;

    internal KeyDesk(TenantStore tenants, TenantSecrets secrets, LinkTurns turns, TimeProvider time)
    {
        this.tenants = tenants;
        this.secrets = secrets;
        this.turns = turns;
        this.time = time;
    }

    /// <summary>Gives the tenant's sender another secret; the one before stays valid for a while.</summary>
    /// <param name="fresh">The new secret, <c>whsec_…</c>.</param>
    /// <param name="keepPreviousHours">0 to 168; 0 when the old one leaked, null for a day.</param>
    public Task<LinkChange> RotateWebhookAsync(
        TenantId id, string fresh, int? keepPreviousHours, Actor by, CancellationToken cancellationToken)
    {
        var hours = keepPreviousHours ?? UsualHours;
        if (hours is < 0 or > MostHours)
        {
            return Task.FromResult<LinkChange>(new LinkChange.Faulty(
            [
                new FieldFault(
                    "/keepPreviousHours",
                    $"Het aantal uren dat het oude geheim nog geldt, is een geheel getal van 0 tot en met {MostHours}.",
                    $"The hours for which the old secret stays valid are a whole number from 0 to {MostHours}."),
            ]));
        }

        return InTurnAsync(id, () => RotateAsync(id, fresh, hours, by), cancellationToken);
    }

    /// <summary>Gives the tenant another read key; the one before ends at once.</summary>
    /// <returns>With the key, to be shown this one time; null when it could not be made.</returns>
    public async Task<(string? Key, LinkChange Change)> MakeReadKeyAsync(TenantId id, Actor by, CancellationToken cancellationToken)
    {
        var key = ReadKeyPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var change = await InTurnAsync(
            id,
            async () =>
            {
                var now = time.GetUtcNow();
                var tenant = await ChangeAsync(id, HistoryKind.ReadKeyChanged, dates => dates with { ReadKeyAt = now }, [], by);
                if (tenant is not null)
                {
                    await secrets.SetReadKeyAsync(id, key, CancellationToken.None);
                }

                return DoneOrNone(tenant);
            },
            cancellationToken);
        return (change is LinkChange.Done ? key : null, change);
    }

    /// <summary>Ends the read key, if there is one.</summary>
    public Task<LinkChange> DeleteReadKeyAsync(TenantId id, Actor by, CancellationToken cancellationToken) => InTurnAsync(
        id,
        async () =>
        {
            // Here the secret goes first: what is said to be gone is gone.
            await secrets.DeleteReadKeyAsync(id, CancellationToken.None);
            return DoneOrNone(await ChangeAsync(
                id, HistoryKind.ReadKeyDeleted, dates => dates.ReadKeyAt is null ? null : dates with { ReadKeyAt = null }, [], by));
        },
        cancellationToken);

    private async Task<LinkChange> RotateAsync(TenantId id, string fresh, int hours, Actor by)
    {
        var now = time.GetUtcNow();
        var before = await secrets.WebhookAsync(id, SecretAge.Now, CancellationToken.None);
        var until = before is not null && hours > 0 ? now.AddHours(hours) : (DateTimeOffset?)null;
        var dropsOlder = before is { Previous: not null } && now < before.PreviousUntil;
        IReadOnlyList<FieldChange> changes = until is { } end
            ? [new FieldChange("previousWebhookSecretUntil", null, end.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture))]
            : [];
        var tenant = await ChangeAsync(
            id,
            HistoryKind.WebhookSecretChanged,
            dates => dates with { WebhookSecretAt = now, PreviousWebhookSecretUntil = until },
            changes,
            by);
        if (tenant is null)
        {
            return new LinkChange.NoSuchTenant();
        }

        await secrets.SetWebhookAsync(id, new WebhookSecrets(fresh, until is null ? null : before!.Current, until), CancellationToken.None);
        return new LinkChange.Done(tenant) { Note = NoteOn(before is not null, until is not null, dropsOlder) };
    }

    private static FormNote? NoteOn(bool hadOne, bool keepsIt, bool dropsOlder) => (hadOne, keepsIt, dropsOlder) switch
    {
        (false, _, _) => null,
        (_, true, false) => new(
            "Het vorige geheim blijft tot het genoemde moment geldig. Stel het nieuwe voor die tijd in bij de verzender.",
            "The previous secret stays valid until the moment named. Give the sender the new one before that."),
        (_, true, true) => new(
            "Het vorige geheim blijft tot het genoemde moment geldig. Het geheim daarvoor, dat ook nog geldig was, is nu vervallen.",
            "The previous secret stays valid until the moment named. The one before that, which was still valid too, has ended now."),
        _ => new(
            "Het vorige geheim is nu vervallen. Wat de verzender daarmee nog stuurt, wordt geweigerd tot hij het nieuwe heeft.",
            "The previous secret has ended now. What the sender still sends with it is refused until it has the new one."),
    };

    private async Task<LinkChange> InTurnAsync(TenantId id, Func<Task<LinkChange>> work, CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(id, cancellationToken) is not { State: not TenantState.Retired })
        {
            return new LinkChange.NoSuchTenant();
        }

        if (await turns.TakeAsync(id, cancellationToken) is not { } turn)
        {
            return LinkChange.Conflict.Of(ReasonCode.LinkBeingChanged);
        }

        try
        {
            // Once more, now that nobody can retire it meanwhile.
            return await tenants.FindAsync(id, cancellationToken) is { State: not TenantState.Retired }
                ? await work()
                : new LinkChange.NoSuchTenant();
        }
        finally
        {
            await turn.ReleaseAsync();
        }
    }

    private Task<Tenant?> ChangeAsync(
        TenantId id, HistoryKind kind, Func<TenantDates, TenantDates?> change, IReadOnlyList<FieldChange> changes, Actor by) =>
        tenants.ChangeAsync(
            id,
            before => change(before.Dates) is { } dates
                ? (before with { Dates = dates }, new HistoryEntry(time.GetUtcNow(), by.Name, kind, changes))
                : null,
            CancellationToken.None);

    private static LinkChange DoneOrNone(Tenant? tenant) => tenant is null ? new LinkChange.NoSuchTenant() : new LinkChange.Done(tenant);
}
