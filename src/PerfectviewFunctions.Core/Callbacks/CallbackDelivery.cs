using System.Security.Cryptography;
using System.Text;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Callbacks;

/// <summary>Sends what waits for one tenant. A message that did not arrive is sent again under the same id, with growing intervals.</summary>
internal sealed class CallbackDelivery(
    IRowStore store,
    CallbackOutbox outbox,
    PaymentStore payments,
    TenantSecrets secrets,
    ICallbackSender sender,
    TimeProvider time,
    CallbackOptions options,
    IWorkWitness witness,
    Measures measures)
{
    private const int MostAtOnce = 500;

    /// <summary>After so many failures in a row the receiver is left alone until the next minute.</summary>
    private const int MostFailures = 3;

    /// <summary>Sends all that is due.</summary>
    /// <param name="end">After this no further message is begun.</param>
    /// <returns>Whether that is why it ended, so that there may be more to send.</returns>
    public async Task<bool> RunAsync(Tenant tenant, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var failures = 0;
        foreach (var row in await DueAsync(tenant.Id, cancellationToken))
        {
            if (failures == MostFailures)
            {
                return false;
            }

            if (time.GetUtcNow() >= end)
            {
                return true;
            }

            if (tenant.State == TenantState.Retired || tenant.Settings.CallbackAddress is not { } address)
            {
                // Nobody wants it told any more.
                await store.TryDeleteAsync(row, cancellationToken);
            }
            else if (await ClaimAsync(row, cancellationToken) is { } claimed)
            {
                failures = await SendAsync(tenant.Id, address, claimed, cancellationToken) ? 0 : failures + 1;
            }
        }

        return false;
    }

    /// <summary>When the tenant's next message is due; null when none waits but what was given up.</summary>
    public async Task<DateTimeOffset?> NextAtAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        await foreach (var row in outbox.RowsAsync(tenant, cancellationToken))
        {
            var waiting = CallbackRows.Read(row);
            var at = waiting.ClaimedUntil > waiting.NextAt ? waiting.ClaimedUntil : waiting.NextAt;
            next = next is null || at < next ? at : next;
        }

        return next;
    }

    private async Task<List<Row>> DueAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (rows, now) = (new List<Row>(), time.GetUtcNow());
        await foreach (var row in outbox.RowsAsync(tenant, cancellationToken))
        {
            var waiting = CallbackRows.Read(row);
            if (waiting.NextAt <= now && !(waiting.ClaimedUntil > now))
            {
                rows.Add(row);
            }

            if (rows.Count == MostAtOnce)
            {
                break;
            }
        }

        return rows;
    }

    /// <returns>The row with the claim in it; null when somebody else has it, or there is a newer status to tell.</returns>
    private async Task<Row?> ClaimAsync(Row row, CancellationToken cancellationToken)
    {
        var (now, waiting) = (time.GetUtcNow(), CallbackRows.Read(row));
        var values = CallbackRows.ToValues(waiting with
        {
            // The day for which it is tried begins with the first try, however long the host was away.
            Since = waiting.Attempts == 0 ? now : waiting.Since,
            ClaimedUntil = now + options.Timeout + options.ClaimMargin,
        });
        if (await store.TryReplaceAsync(row, values, cancellationToken) is not { } version)
        {
            return null;
        }

        witness.Reached(WorkStep.CallbackClaimed);
        return row with { Values = values, ETag = version };
    }

    private async Task<bool> SendAsync(TenantId tenant, string address, Row claimed, CancellationToken cancellationToken)
    {
        var waiting = CallbackRows.Read(claimed);
        var payment = await payments.FindAsync(tenant, waiting.Number, cancellationToken)
            ?? throw new InvalidDataException($"A message waits for '{waiting.Number}', which has no payment.");
        var keys = await secrets.WebhookAsync(tenant, SecretAge.Usual, cancellationToken);
        if (time.GetUtcNow() + options.Timeout > waiting.ClaimedUntil)
        {
            // It took so long to get here that somebody else may send a newer status before this one arrives.
            await GiveBackAsync(claimed);
            return false;
        }

        var message = new CallbackMessage(IdOf(tenant, payment), address, tenant, payment);
        using var span = Spans.BeginCallback(tenant, waiting.Number, message.Id);
        var result = keys is null ? new CallbackResult.Failed(CallbackFailure.Unsigned) : await sender.SendAsync(message, keys, cancellationToken);
        witness.Reached(WorkStep.CallbackAnswered);
        var next = result is CallbackResult.Failed failed ? After(waiting, failed) : null;
        var isStored = next is not null
            ? await store.TryReplaceAsync(claimed, CallbackRows.ToValues(next), CancellationToken.None) is not null
            : await store.TryDeleteAsync(claimed, CancellationToken.None);

        // Only what was stored as given up is: otherwise a newer status, or somebody else, goes on.
        var end = next switch { null => CallbackEnd.Delivered, { NextAt: null } when isStored => CallbackEnd.GivenUp, _ => CallbackEnd.Failed };
        measures.Delivered(end);
        span.Ended(Words.Of(end), (result as CallbackResult.Failed)?.Code, isError: next is not null);
        if (!isStored)
        {
            await GiveBackAsync(claimed);
        }

        return result is CallbackResult.Delivered;
    }

    /// <summary>A newer status came in while the one before it was being sent: it may go now, unless somebody else has it by now.</summary>
    private async Task GiveBackAsync(Row claimed)
    {
        while (await store.GetAsync(claimed.Partition, claimed.Key, CancellationToken.None) is { } row
            && CallbackRows.Read(row) is { ClaimedUntil: not null } waiting
            && waiting.ClaimedUntil == CallbackRows.Read(claimed).ClaimedUntil)
        {
            if (await store.TryReplaceAsync(row, CallbackRows.ToValues(waiting with { ClaimedUntil = null }), CancellationToken.None) is not null)
            {
                return;
            }
        }
    }

    private WaitingCallback After(WaitingCallback waiting, CallbackResult.Failed failed)
    {
        var (now, attempts) = (time.GetUtcNow(), waiting.Attempts + 1);
        var wait = Backoff.After(attempts, options.FirstRetry, waiting.Number, failed.RetryAfter);
        var isOver = now - waiting.Since >= options.GiveUpAfter;
        return waiting with
        {
            Attempts = attempts,
            ClaimedUntil = null,
            NextAt = isOver ? null : now + wait,
            Reason = isOver
                ? Reason.Of(ReasonCode.CallbackGivenUp, ("hours", Hours(now - waiting.Since)), ("code", failed.Detail ?? failed.Code))
                : Reason.Of(failed.Code, ("detail", failed.Detail ?? "")),
        };
    }

    private static string Hours(TimeSpan time) => ((int)time.TotalHours).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same for the same status of the same invoice, whoever sends it and however often.</summary>
    private static string IdOf(TenantId tenant, InvoicePayment payment)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant.Value}\n{payment.Number}"));
        return FormattableString.Invariant($"pay_{Convert.ToHexStringLower(hash.AsSpan(0, 16))}_{payment.Revision}");
    }
}
