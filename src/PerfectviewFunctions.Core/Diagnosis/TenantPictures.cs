using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Diagnosis;

/// <summary>Reads how a tenant stands. Writes nothing, asks the books nothing, and counts nothing to the end.</summary>
internal sealed class TenantPictures(
    IRowStore store,
    TenantSecrets secrets,
    ConnectionStates connections,
    InvoiceStore invoices,
    OpenCounts counts,
    HeldBackInvoices held,
    TenantStock stock,
    LookupQuota quota,
    ReadingStandings readings,
    CallbackOutbox outbox,
    RestoreMarks restores,
    EngineOptions options,
    TimeProvider time)
{
    /// <summary>Places of a list that are looked at.</summary>
    private const int Most = 1000;

    public async Task<TenantPicture> OfAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var (now, id) = (time.GetUtcNow(), tenant.Id);
        var picture = new TenantPicture(tenant, now)
        {
            Pending = await PendingAsync(id, cancellationToken),
            Held = await HeldAsync(id, cancellationToken),
            Reading = await readings.OfAsync(tenant, cancellationToken),
            Messages = await MessagesAsync(id, cancellationToken),
            Restored = await restores.FindAsync(cancellationToken),
        };
        if (tenant.Administration is { } administration)
        {
            picture = picture with
            {
                Work = LeasePicture.Of(await WorkLease.UntilAsync(store, administration, cancellationToken), now),
                Payments = LeasePicture.Of(await WorkLease.UntilForPaymentsAsync(store, administration, cancellationToken), now),
                LookUps = new LookUpPicture(await quota.UsedAsync(administration, cancellationToken), options.LookupsPerMonth),
            };
        }

        try
        {
            return picture with
            {
                Connection = await connections.OfAsync(tenant, cancellationToken),
                HasWebhookSecret = await secrets.WebhookAsync(id, SecretAge.Usual, cancellationToken) is not null,
            };
        }
        catch (SecretsUnavailableException)
        {
            return picture;
        }
    }

    private async Task<PendingPicture> PendingAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (subjects, uncertain, uncertainSince, lookedAt) = (new HashSet<Subject>(), 0, (DateTimeOffset?)null, 0);
        var (next, more) = ((DateTimeOffset?)null, false);
        await foreach (var row in store.QueryPrefixAsync(Partition.Of(tenant), EventRows.OpenPrefix, cancellationToken))
        {
            if (++lookedAt > Most)
            {
                more = true;
                break;
            }

            if (EventRows.ReadOpen(row) is not { IsHeld: false } entry)
            {
                continue;
            }

            next = next is null || entry.DueAt < next ? entry.DueAt : next;
            if (subjects.Add(entry.Subject)
                && entry.Subject is Subject.Invoice { Number: var number }
                && await invoices.FindAsync(tenant, number, cancellationToken) is { State: InvoiceState.Uncertain } invoice)
            {
                uncertain++;
                var since = invoice.Intent?.SentAt ?? invoice.ChangedAt;
                uncertainSince = uncertainSince is null || since < uncertainSince ? since : uncertainSince;
            }
        }

        var waiting = await stock.WaitingAsync(tenant, cancellationToken);
        var due = await store.GetAsync(Partition.Due, tenant.Value, cancellationToken);
        return new PendingPicture(
            new Bounded(subjects.Count, more), waiting.Oldest, next, new Bounded(uncertain, more), uncertainSince, due?.Values.Instant("at"));
    }

    private async Task<HeldPicture> HeldAsync(TenantId tenant, CancellationToken cancellationToken) => new(
        await counts.AttentionAsync(tenant, cancellationToken),
        (await held.CausesAsync(tenant, cancellationToken)).Causes,
        (await stock.AttentionAsync(tenant, cancellationToken)).Oldest);

    private async Task<MessagePicture> MessagesAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (waiting, givenUp, since) = (0, 0, (DateTimeOffset?)null);
        await foreach (var message in outbox.ListAsync(tenant, cancellationToken))
        {
            if (waiting + givenUp == Most)
            {
                return new MessagePicture(new Bounded(waiting, More: true), new Bounded(givenUp, More: true), since);
            }

            if (message.IsGivenUp)
            {
                givenUp++;
                continue;
            }

            waiting++;
            since = since is null || message.Since < since ? message.Since : since;
        }

        return new MessagePicture(new Bounded(waiting, More: false), new Bounded(givenUp, More: false), since);
    }
}
