using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>
/// Whether a tenant's credentials are taken by the books. Refused ones pause the whole connection: one row, one notice, and a probe now and
/// then or as soon as the credentials change, instead of a refusal per invoice.
/// </summary>
internal sealed partial class Connections(
    IRowStore store, AdministrationKeys keys, IBookkeeping books, TimeProvider time, EngineOptions options, ILogger<Connections> logger)
{
    private const string Key = "connection";
    private const string PassedKey = "connection-passed";

    /// <summary>Whether work may begin; a paused connection whose rest is over is tried first, by reading the ledger accounts.</summary>
    public async Task<bool> IsOpenAsync(TenantId tenant, BookkeepingCredentials credentials, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Partition.Of(tenant), Key, cancellationToken) is not { } row)
        {
            return true;
        }

        var fingerprint = await keys.FingerprintAsync(credentials, cancellationToken);
        if (row.Values.Text("fingerprint") == fingerprint && time.GetUtcNow() < row.Values.Instant("probeAt"))
        {
            return false;
        }

        switch (await books.ReadLedgerAccountsAsync(credentials, cancellationToken))
        {
            case Answer<IReadOnlyList<LedgerAccount>>.Success:
                await store.TryDeleteAsync(row, cancellationToken);
                Log.Resumed(logger, tenant.Value);
                return true;
            case Answer<IReadOnlyList<LedgerAccount>>.Refused refused when Refusal.ClassOf(refused.Code) == ErrorClass.Connection:
                await PauseAsync(tenant, credentials, refused.Code);
                return false;
            default:
                // Neither taken nor refused: nothing is known of the credentials. It is tried again soon, but not by every call that comes in.
                var soon = time.GetUtcNow() + options.FirstRetry;
                var resting = ToValues(row.Values.Text("code"), row.Values.Instant("since"), soon, fingerprint);
                await store.TryReplaceAsync(row, resting, cancellationToken);
                return false;
        }
    }

    public async Task PauseAsync(TenantId tenant, BookkeepingCredentials credentials, string code)
    {
        var row = await store.GetAsync(Partition.Of(tenant), Key, CancellationToken.None);
        var now = time.GetUtcNow();
        var fingerprint = await keys.FingerprintAsync(credentials, CancellationToken.None);
        var values = ToValues(code, row?.Values.Instant("since") ?? now, now + options.ProbeInterval, fingerprint);
        if (row is not null)
        {
            await store.TryReplaceAsync(row, values, CancellationToken.None);
        }
        else if (await store.TryInsertAsync(Partition.Of(tenant), Key, values, CancellationToken.None))
        {
            Log.Paused(logger, tenant.Value, code);
        }
    }

    /// <summary>Ends a pause, if there is one: the credentials were just taken, or are gone.</summary>
    public async Task ResumeAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        while (await store.GetAsync(Partition.Of(tenant), Key, cancellationToken) is { } row)
        {
            if (await store.TryDeleteAsync(row, cancellationToken))
            {
                Log.Resumed(logger, tenant.Value);
                return;
            }
        }
    }

    /// <summary>Why the connection rests and until when; null when it does not.</summary>
    public async Task<ConnectionPause?> PauseOfAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Of(tenant), Key, cancellationToken) is { } row
            ? new ConnectionPause(
                Reason.Of(ReasonCode.ConnectionPaused, ("code", row.Values.Text("code"))),
                row.Values.Instant("since"),
                row.Values.Instant("probeAt"))
            : null;

    /// <summary>Notes that a person tested the saved credentials and the books took them; one of two who do so at once is enough.</summary>
    public async Task NotePassedAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var values = new RowValues { { "at", time.GetUtcNow() } };
        if (await store.GetAsync(Partition.Of(tenant), PassedKey, cancellationToken) is { } row)
        {
            await store.TryReplaceAsync(row, values, cancellationToken);
        }
        else
        {
            await store.TryInsertAsync(Partition.Of(tenant), PassedKey, values, cancellationToken);
        }
    }

    /// <summary>When a person's test was last passed; null when none was.</summary>
    public async Task<DateTimeOffset?> PassedAtAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await store.GetAsync(Partition.Of(tenant), PassedKey, cancellationToken))?.Values.Instant("at");

    private static RowValues ToValues(string code, DateTimeOffset since, DateTimeOffset probeAt, string fingerprint) => new()
    {
        { "code", code }, { "since", since }, { "probeAt", probeAt }, { "fingerprint", fingerprint },
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The connection of {Tenant} is paused: the books refuse its credentials with {Code}")]
        public static partial void Paused(ILogger logger, string tenant, string code);

        [LoggerMessage(2, LogLevel.Information, "The connection of {Tenant} works again")]
        public static partial void Resumed(ILogger logger, string tenant);
    }
}

/// <summary>A connection at rest.</summary>
internal sealed record ConnectionPause(Reason Reason, DateTimeOffset Since, DateTimeOffset ProbeAt);
