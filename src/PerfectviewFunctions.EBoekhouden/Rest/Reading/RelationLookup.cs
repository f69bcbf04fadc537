using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Memory;
using PerfectviewFunctions.EBoekhouden.Rest.Messages;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Reading;

/// <summary>Relations by their codes and the codes of relations, from memory as far as that goes.</summary>
internal static class RelationLookup
{
    /// <summary>Hits of one filter that are looked at.</summary>
    private const int MostHits = 100;

    /// <summary>More unknown ids than this are cheaper found in the list of all relations, which says id and code.</summary>
    private const int MostSingly = 5;

    /// <summary>The id of a relation; null within a success when the books know no such code.</summary>
    public static async Task<Answer<long?>> IdOfAsync(RestRun run, RelationCodes known, string code)
    {
        if (known.TryId(code, out var id))
        {
            return new Answer<long?>.Success(id);
        }

        var answer = await ByCodeAsync(run, code);
        return answer.Map(found =>
        {
            if (found is not null)
            {
                known.Keep(found with { Code = code });
            }

            return found?.Id;
        });
    }

    /// <summary>The relation with a code; null within a success when there is none.</summary>
    public static async Task<Answer<RelationKey?>> ByCodeAsync(RestRun run, string code) => await HitsAsync(run, "code", code) switch
    {
        // Others than the one asked for: a service that does not heed the filter proves no absence.
        Answer<IReadOnlyList<RelationKey>>.Success { Value: { Count: > 0 } hits } when !hits.Any(hit => IsSame(hit.Code, code)) =>
            new Answer<RelationKey?>.NotDone(CallFailure.Unreadable, "relations that were not asked for"),
        var answer => answer.Map(hits => hits.FirstOrDefault(hit => hit.Code == code) ?? hits.FirstOrDefault(hit => IsSame(hit.Code, code))),
    };

    /// <summary>The first relations that a filter finds.</summary>
    /// <param name="filter">code, email or name.</param>
    public static async Task<Answer<IReadOnlyList<RelationKey>>> HitsAsync(RestRun run, string filter, string value)
    {
        var answer = await run.CallAsync(RelationMessages.Find(filter, value, MostHits, 0));
        return answer.Map(page => page.Items);
    }

    /// <summary>The codes of relations; what is no relation (any more) is missing.</summary>
    public static async Task<Answer<IReadOnlyDictionary<long, string>>> CodesOfAsync(RestRun run, RelationCodes known, IEnumerable<long> ids)
    {
        var codes = new Dictionary<long, string>();
        var unknown = new List<long>();
        foreach (var id in ids.Distinct().Where(id => id > 0))
        {
            if (known.CodeOf(id) is { } code)
            {
                codes[id] = code;
            }
            else
            {
                unknown.Add(id);
            }
        }

        var answer = unknown.Count > MostSingly ? await ListedAsync(run, known, unknown) : await SinglyAsync(run, known, unknown);
        return answer.Map<IReadOnlyList<RelationKey>, IReadOnlyDictionary<long, string>>(found =>
        {
            foreach (var relation in found)
            {
                codes[relation.Id] = relation.Code;
            }

            return codes;
        });
    }

    private static async Task<Answer<IReadOnlyList<RelationKey>>> ListedAsync(RestRun run, RelationCodes known, List<long> ids)
    {
        var answer = await run.ReadAllAsync(RelationMessages.Page);
        return answer.Map<ReadList<RelationKey>, IReadOnlyList<RelationKey>>(list =>
        {
            var asked = ids.ToHashSet();
            var found = list.Items.Where(relation => asked.Contains(relation.Id)).ToList();
            found.ForEach(known.Keep);
            return found;
        });
    }

    private static async Task<Answer<IReadOnlyList<RelationKey>>> SinglyAsync(RestRun run, RelationCodes known, List<long> ids)
    {
        var found = new List<RelationKey>();
        foreach (var id in ids)
        {
            var answer = await run.CallAsync(RelationMessages.Get(id));
            if (answer is not Answer<BookedCard?>.Success { Value: var card })
            {
                return answer.Failed<BookedCard?, IReadOnlyList<RelationKey>>();
            }

            if (card is not null)
            {
                var relation = new RelationKey(card.Id, card.Card.Code.Trim());
                known.Keep(relation);
                found.Add(relation);
            }
        }

        return new Answer<IReadOnlyList<RelationKey>>.Success(found);
    }

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
