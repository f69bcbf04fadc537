using System.Collections.Concurrent;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Sessions;

namespace PerfectviewFunctions.EBoekhouden.Rest.Memory;

/// <summary>What is kept in this process of one administration, as its token opens it: ids, which the API takes where the books have codes.</summary>
internal sealed class RestMemory
{
    public LedgerIds Ledgers { get; } = new();

    public RelationCodes Relations { get; } = new();

    public SeenVat Vat { get; } = new();
}

/// <summary>The memories by credentials; forgotten with their session's end.</summary>
internal sealed class RestMemories
{
    private readonly CredentialKeys keys = new();
    private readonly ConcurrentDictionary<string, RestMemory> memories = new(StringComparer.Ordinal);

    public RestMemory Of(BookkeepingCredentials.Rest credentials) => memories.GetOrAdd(keys.Of(credentials.Token), _ => new RestMemory());

    public void Forget(BookkeepingCredentials.Rest credentials) => memories.TryRemove(keys.Of(credentials.Token), out _);
}
