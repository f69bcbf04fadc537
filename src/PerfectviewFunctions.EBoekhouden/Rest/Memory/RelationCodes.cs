using PerfectviewFunctions.EBoekhouden.Rest.Messages;

namespace PerfectviewFunctions.EBoekhouden.Rest.Memory;

/// <summary>Relation codes and ids, both ways. When it is full it begins anew: what is missing is read again.</summary>
internal sealed class RelationCodes(int capacity = RelationCodes.Most)
{
    public const int Most = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, long> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> codes = [];

    public void Keep(RelationKey relation)
    {
        if (relation.Code.Length == 0)
        {
            return;
        }

        lock (gate)
        {
            if (ids.Count >= capacity || codes.Count >= capacity)
            {
                ids.Clear();
                codes.Clear();
            }

            // A code that was changed, or given to another relation, leads nowhere old.
            if (codes.TryGetValue(relation.Id, out var before) && before != relation.Code)
            {
                ids.Remove(before);
            }

            if (ids.TryGetValue(relation.Code, out var other) && other != relation.Id)
            {
                codes.Remove(other);
            }

            ids[relation.Code] = relation.Id;
            codes[relation.Id] = relation.Code;
        }
    }

    public bool TryId(string code, out long id)
    {
        lock (gate)
        {
            return ids.TryGetValue(code, out id);
        }
    }

    public string? CodeOf(long id)
    {
        lock (gate)
        {
            return codes.GetValueOrDefault(id);
        }
    }

    public void Forget(string code)
    {
        lock (gate)
        {
            if (ids.Remove(code, out var id))
            {
                codes.Remove(id);
            }
        }
    }
}
