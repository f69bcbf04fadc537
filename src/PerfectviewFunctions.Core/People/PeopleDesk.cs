using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.People;

/// <summary>Changes who may do what.</summary>
public sealed partial class PeopleDesk(IRowStore store, TenantHistory history, TimeProvider time, ILogger<PeopleDesk> logger)
{
    /// <summary>Gives a person a role for a tenant, or another one. What he has already changes nothing.</summary>
    /// <returns>What holds from now on.</returns>
    public async Task<RoleGrant> GrantAsync(
        TenantId tenant, PersonId person, Role role, string? name, Actor actor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (byTenant, byPerson) = await ReadAsync(tenant, person, cancellationToken);
            var before = byTenant is null ? null : RoleGrant.Read(person, byTenant);
            if (before is not null && byPerson is not null && before.Role == role && before.Name == name)
            {
                return before;
            }

            var grant = new RoleGrant(person, role, name, actor.Name, time.GetUtcNow());
            if (await TryWriteAsync(
                [
                    AccessRows.ToWrite(byTenant, AccessRows.ByTenant(tenant, person), grant.ToValues()),
                    AccessRows.ToWrite(byPerson, AccessRows.ByPerson(person, tenant), []),
                ],
                cancellationToken))
            {
                await TellAsync(tenant, person, before, grant, actor);
                return grant;
            }
        }
    }

    /// <summary>Takes a person's role for a tenant; who has none is left as he is.</summary>
    public async Task RevokeAsync(TenantId tenant, PersonId person, Actor actor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (byTenant, byPerson) = await ReadAsync(tenant, person, cancellationToken);
            var batch = new[] { byTenant, byPerson }.OfType<Row>().Select(row => new RowWrite.Delete(row.Key, row.ETag!)).ToList<RowWrite>();
            if (batch.Count == 0)
            {
                return;
            }

            if (await TryWriteAsync(batch, cancellationToken))
            {
                await TellAsync(tenant, person, byTenant is null ? null : RoleGrant.Read(person, byTenant), null, actor);
                return;
            }
        }
    }

    /// <summary>Lets a person run the deployment.</summary>
    /// <returns>What holds from now on.</returns>
    public async Task<OperatorGrant> GrantOperatorAsync(PersonId person, string? name, Actor actor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await store.GetAsync(AccessRows.RowPartition, AccessRows.Operator(person), cancellationToken);
            if (row is not null && OperatorGrant.Read(person, row) is var before && before.Name == name)
            {
                return before;
            }

            var grant = new OperatorGrant(person, name, actor.Name, time.GetUtcNow());
            if (await TryWriteAsync([AccessRows.ToWrite(row, AccessRows.Operator(person), grant.ToValues())], cancellationToken))
            {
                Log.OperatorGranted(logger, actor.ForLog, person.Value);
                return grant;
            }
        }
    }

    /// <summary>Takes that a person may run the deployment. The last one may go too: the admin key stays.</summary>
    public async Task RevokeOperatorAsync(PersonId person, Actor actor, CancellationToken cancellationToken)
    {
        while (await store.GetAsync(AccessRows.RowPartition, AccessRows.Operator(person), cancellationToken) is { } row)
        {
            if (await store.TryDeleteAsync(row, cancellationToken))
            {
                Log.OperatorRevoked(logger, actor.ForLog, person.Value);
                return;
            }
        }
    }

    private async Task<(Row? ByTenant, Row? ByPerson)> ReadAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) => (
        await store.GetAsync(AccessRows.RowPartition, AccessRows.ByTenant(tenant, person), cancellationToken),
        await store.GetAsync(AccessRows.RowPartition, AccessRows.ByPerson(person, tenant), cancellationToken));

    /// <summary>False when somebody else changed a row since it was read.</summary>
    private async Task<bool> TryWriteAsync(IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken) =>
        await store.WriteAsync(AccessRows.RowPartition, batch, cancellationToken) is WriteResult.Written;

    /// <summary>The history stands in the tenant's partition, so it comes after; a caller who goes away in between must not keep it from being told.</summary>
    private Task TellAsync(TenantId tenant, PersonId person, RoleGrant? before, RoleGrant? now, Actor actor)
    {
        FieldChange[] changes =
        [
            new($"people/{person.Value}/role", WordOf(before), WordOf(now)),
            new($"people/{person.Value}/name", before?.Name, now?.Name),
        ];
        return history.AddAsync(
            tenant,
            new HistoryEntry(time.GetUtcNow(), actor.Name, HistoryKind.AccessChanged, [.. changes.Where(change => change.Old != change.New)]),
            CancellationToken.None);
    }

    private static string? WordOf(RoleGrant? grant) => grant?.Role switch
    {
        null => null,
        Role.Viewer => "viewer",
        Role.Bookkeeper => "bookkeeper",
        _ => throw new InvalidOperationException("An unknown role."),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Actor} made {Person} an operator")]
        public static partial void OperatorGranted(ILogger logger, string actor, string person);

        [LoggerMessage(2, LogLevel.Information, "{Actor} took from {Person} to be an operator")]
        public static partial void OperatorRevoked(ILogger logger, string actor, string person);
    }
}
