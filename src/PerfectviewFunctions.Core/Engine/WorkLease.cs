using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// The right to work on one administration: a row with owner and expiry. One worker at a time per administration is what makes "look, then
/// send" safe; what a paused owner still does after expiry is caught by ETags here and by the service's own refusal of a second number. Reading
/// payments has a lease of its own, so that a long list keeps no invoice waiting.
/// </summary>
internal sealed class WorkLease
{
    private const string Booking = "lease:work";
    private const string Payments = "lease:payments";

    private readonly IRowStore store;
    private readonly TimeProvider time;
    private readonly EngineOptions options;
    private readonly string owner;
    private Row row;

    private WorkLease(IRowStore store, TimeProvider time, EngineOptions options, string owner, Row row)
    {
        this.store = store;
        this.time = time;
        this.options = options;
        this.owner = owner;
        this.row = row;
    }

    /// <summary>Takes the lease if nobody has it; null when somebody has.</summary>
    public static Task<WorkLease?> TryTakeAsync(
        IRowStore store, TimeProvider time, EngineOptions options, AdministrationKey administration, CancellationToken cancellationToken) =>
        TryTakeAsync(Booking, store, time, options, administration, cancellationToken);

    /// <summary>As <see cref="TryTakeAsync(IRowStore, TimeProvider, EngineOptions, AdministrationKey, CancellationToken)"/>, of the lease for reading payments.</summary>
    public static Task<WorkLease?> TryTakeForPaymentsAsync(
        IRowStore store, TimeProvider time, EngineOptions options, AdministrationKey administration, CancellationToken cancellationToken) =>
        TryTakeAsync(Payments, store, time, options, administration, cancellationToken);

    /// <summary>Until when somebody has the lease, or had it and never gave it back; null when it is free.</summary>
    public static Task<DateTimeOffset?> UntilAsync(IRowStore store, AdministrationKey administration, CancellationToken cancellationToken) =>
        UntilAsync(Booking, store, administration, cancellationToken);

    /// <summary>As <see cref="UntilAsync(IRowStore, AdministrationKey, CancellationToken)"/>, of the lease for reading payments.</summary>
    public static Task<DateTimeOffset?> UntilForPaymentsAsync(
        IRowStore store, AdministrationKey administration, CancellationToken cancellationToken) =>
        UntilAsync(Payments, store, administration, cancellationToken);

    /// <summary>Whether it has not run out by the clock; somebody may have it by now who took it after a pause of ours.</summary>
    public bool IsHeld => Left() > TimeSpan.Zero;

    /// <summary>Makes sure that the lease outlasts one more call, renewing it when it would not.</summary>
    /// <returns>Until when the call may go on, which is never beyond the lease; null when the lease is lost.</returns>
    public async Task<CallDeadline?> ReserveCallAsync()
    {
        if (Left() < options.CallTimeout && !await RenewAsync())
        {
            return null;
        }

        // The clock is read once: whoever is paused from here on has that much less.
        var whole = CallDeadline.In(options.CallTimeout, time);
        var left = row.Values.Instant("expiresAt") - whole.Begun;
        return left <= TimeSpan.Zero ? null : left < whole.Length ? whole with { Length = left } : whole;
    }

    /// <summary>Makes sure that the lease is still held, renewing it when it would not last; before anything is stored that rests on what was read under it.</summary>
    /// <exception cref="StaleWorkException">It is lost.</exception>
    public async Task KeepAsync()
    {
        if (await ReserveCallAsync() is null)
        {
            throw new StaleWorkException();
        }
    }

    /// <summary>Gives a call that may take long the whole length of the lease.</summary>
    /// <returns>False when the lease is lost.</returns>
    public Task<bool> ReserveLongCallAsync() => RenewAsync();

    /// <summary>Gives the lease back. One that is lost is left to its new owner.</summary>
    public Task ReleaseAsync() => store.TryDeleteAsync(row, CancellationToken.None);

    private static async Task<WorkLease?> TryTakeAsync(
        string key,
        IRowStore store,
        TimeProvider time,
        EngineOptions options,
        AdministrationKey administration,
        CancellationToken cancellationToken)
    {
        var newOwner = Guid.CreateVersion7().ToString("N");
        var partition = Partition.Of(administration);
        var read = await store.GetAsync(partition, key, cancellationToken);
        if (read is not null && read.Values.Instant("expiresAt") > time.GetUtcNow())
        {
            return null;
        }

        var values = Values(newOwner, time, options);
        RowWrite write = read is null ? new RowWrite.Insert(key, values) : new RowWrite.Replace(key, values, read.ETag!);
        return await store.WriteAsync(partition, [write], cancellationToken) is WriteResult.Written written
            ? new WorkLease(store, time, options, newOwner, new Row(partition, key, values, written.ETags[0]))
            : null;
    }

    private static async Task<DateTimeOffset?> UntilAsync(
        string key, IRowStore store, AdministrationKey administration, CancellationToken cancellationToken) =>
        (await store.GetAsync(Partition.Of(administration), key, cancellationToken))?.Values.Instant("expiresAt");

    private TimeSpan Left() => row.Values.Instant("expiresAt") - time.GetUtcNow();

    private async Task<bool> RenewAsync()
    {
        // An expired lease is not revived: another worker may have come and gone, and what we read before is then no longer true.
        if (Left() <= TimeSpan.Zero)
        {
            return false;
        }

        var values = Values(owner, time, options);
        if (await store.TryReplaceAsync(row, values, CancellationToken.None) is not { } etag)
        {
            return false;
        }

        row = row with { Values = values, ETag = etag };
        return true;
    }

    private static RowValues Values(string owner, TimeProvider time, EngineOptions options) =>
        new() { { "owner", owner }, { "expiresAt", time.GetUtcNow() + options.LeaseLength } };
}
