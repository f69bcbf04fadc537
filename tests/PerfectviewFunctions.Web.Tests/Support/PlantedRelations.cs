using System.Text.Json;
using System.Text.Json.Serialization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Support;

/// <summary>Relations put into the store as the product stores them, in states that take many events to reach.</summary>
internal static class PlantedRelations
{
    public static readonly DateTimeOffset Then = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly BookedDebtor Baker = new(7, "10001", "Bakkerij De Korenbloem", "1234 AB", "", "NL001234567B01", "12345678");
    public static readonly BookedDebtor Namesake = new(8, "10002 ", "Bakkerij De Korenbloem", " ", "4321 BA", "", "");

    private static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Relation Named(string id, RelationState state = RelationState.Current) => new(id, state, $"Relatie {id}", Then);

    /// <summary>Held back since it may be one of two.</summary>
    public static Relation InDoubt(string id) => Named(id, RelationState.NeedsAttention) with
    {
        Reason = Reason.Of(ReasonCode.DebtorAmbiguous, ("name", id), ("candidates", "10001, 10002"), ("relation", id)),
    };

    public static Relation With(this Relation relation, Tenant tenant, DebtorLink link) => relation with
    {
        Links = new Dictionary<string, DebtorLink>(StringComparer.Ordinal) { [tenant.Administration!.Value.Value] = link },
    };

    /// <summary>Held back in the tenant's administration since it may be one of two.</summary>
    public static Task PlantDoubtfulAsync(this KestrelScene scene, Tenant tenant, string id) =>
        scene.PlantAsync(tenant, InDoubt(id).With(tenant, new DebtorLink.Doubtful([Baker, Namesake], Then)));

    public static async Task PlantAsync(this KestrelScene scene, Tenant tenant, Relation relation)
    {
        var key = StorageKey.Encode(relation.Id);
        var values = new RowValues
        {
            { "id", relation.Id },
            { "state", relation.State.ToString() },
            { "name", relation.Name },
            { "firstSeenAt", relation.FirstSeenAt },
            { "changedAt", relation.ChangedAt },
            { "reason", relation.Reason is null ? null : JsonSerializer.Serialize(relation.Reason, Stored) },
            { "facts00", JsonSerializer.SerializeToUtf8Bytes(relation.Facts, Stored) },
            { "links00", JsonSerializer.SerializeToUtf8Bytes(relation.Links, Stored) },
        };
        var writes = new List<RowWrite> { new RowWrite.Insert("relation:" + key, values) };
        if (relation.State == RelationState.NeedsAttention)
        {
            writes.Add(new RowWrite.Insert("held-relation:" + key, new RowValues { { "relation", relation.Id } }));
        }

        Assert.IsType<WriteResult.Written>(await scene.Store.WriteAsync(Partition.Of(tenant.Id), writes, default));
    }
}
