using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>
/// One change of a tenant's link at a time. Secrets and tenant row can't be written in one step; two people who save at once must not leave
/// the secret of one beside the row of the other. The row also names the administrations that a change which died may have left the
/// tenant's name in, so that the next one can tidy up behind it.
/// </summary>
internal sealed class LinkTurn
{
    private const string Key = "turn:link";

    /// <summary>
    /// Longer than any change takes, also where a vault needs a minute and a half to bring a deleted name back; what a dead process held is free
    /// after it.
    /// </summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(3);

    private readonly IRowStore store;
    private readonly TimeProvider time;
    private Row row;

    private LinkTurn(IRowStore store, TimeProvider time, Row row, IReadOnlyList<AdministrationKey> named)
    {
        this.store = store;
        this.time = time;
        this.row = row;
        Named = named;
    }

    /// <summary>The administrations in which the tenant's name may stand.</summary>
    public IReadOnlyList<AdministrationKey> Named { get; private set; }

    /// <summary>Null when somebody else has the turn.</summary>
    public static async Task<LinkTurn?> TryTakeAsync(IRowStore store, TimeProvider time, TenantId tenant, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(tenant);
        var read = await store.GetAsync(partition, Key, cancellationToken);
        if (read is not null && read.Values.Instant("expiresAt") > time.GetUtcNow())
        {
            return null;
        }

        IReadOnlyList<AdministrationKey> named =
            [.. (read?.Values.TextOrNull("named") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => new AdministrationKey(key))];
        var values = ToValues(named, time.GetUtcNow() + Length);
        RowWrite write = read is null ? new RowWrite.Insert(Key, values) : new RowWrite.Replace(Key, values, read.ETag!);
        return await store.WriteAsync(partition, [write], cancellationToken) is WriteResult.Written written
            ? new LinkTurn(store, time, new Row(partition, Key, values, written.ETags[0]), named)
            : null;
    }

    /// <summary>Notes, before it is done, that the tenant's name may come to stand in these.</summary>
    /// <returns>False when the turn is lost.</returns>
    public Task<bool> NameAsync(IEnumerable<AdministrationKey> administrations) =>
        WriteAsync([.. Named.Union(administrations)], time.GetUtcNow() + Length);

    /// <summary>Everything is tidy: nothing need be remembered.</summary>
    public void Forget() => Named = [];

    /// <summary>Gives the turn back; what is not tidy stays named.</summary>
    public async Task ReleaseAsync()
    {
        if (Named.Count == 0)
        {
            await store.TryDeleteAsync(row, CancellationToken.None);
        }
        else
        {
            await WriteAsync(Named, time.GetUtcNow());
        }
    }

    private async Task<bool> WriteAsync(IReadOnlyList<AdministrationKey> named, DateTimeOffset expiresAt)
    {
        var values = ToValues(named, expiresAt);
        if (await store.TryReplaceAsync(row, values, CancellationToken.None) is not { } etag)
        {
            return false;
        }

        row = row with { Values = values, ETag = etag };
        Named = named;
        return true;
    }

    private static RowValues ToValues(IReadOnlyList<AdministrationKey> named, DateTimeOffset expiresAt) =>
        new() { { "expiresAt", expiresAt }, { "named", named.Count == 0 ? null : string.Join(' ', named) } };
}
