using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Memory;
using PerfectviewFunctions.EBoekhouden.Rest.Messages;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Reading;

/// <summary>Looks for debtors. Lists say no more than id and code, so the cards of the likeliest hits are read.</summary>
internal sealed class DebtorReading(RestRun run, RelationCodes known)
{
    /// <summary>Cards that one look may read.</summary>
    public const int MostCards = 5;

    // In the order in which they were found: ids, codes, e-mail address, name.
    private readonly List<Hit> hits = [];

    public async Task<Answer<DebtorList>> ReadAsync(DebtorLook look)
    {
        hits.AddRange(look.Ids.Where(id => id > 0).Distinct().Select(id => new Hit(id, "")));
        foreach (var code in look.Codes.Where(code => code.Length > 0).Distinct(StringComparer.Ordinal))
        {
            var answer = await RelationLookup.ByCodeAsync(run, code);
            if (answer is not Answer<RelationKey?>.Success { Value: var found })
            {
                return answer.Failed<RelationKey?, DebtorList>();
            }

            Add(found is null ? [] : [found], isByName: false);
        }

        foreach (var (filter, value) in new[] { ("email", look.Email), ("name", look.Name) }.Where(pair => pair.Item2.Length > 0))
        {
            var answer = await RelationLookup.HitsAsync(run, filter, value);
            if (answer is not Answer<IReadOnlyList<RelationKey>>.Success { Value: var found })
            {
                return answer.Failed<IReadOnlyList<RelationKey>, DebtorList>();
            }

            Add(found, isByName: filter == "name");
        }

        return await CardsAsync(look.Name);
    }

    private void Add(IReadOnlyList<RelationKey> found, bool isByName)
    {
        foreach (var relation in found)
        {
            if (hits.Find(hit => hit.Id == relation.Id) is { } before)
            {
                before.Code = relation.Code;
                before.IsByName |= isByName;
            }
            else
            {
                hits.Add(new Hit(relation.Id, relation.Code) { IsByName = isByName });
            }
        }
    }

    private async Task<Answer<DebtorList>> CardsAsync(string name)
    {
        var debtors = new List<BookedDebtor>();
        foreach (var hit in hits.Take(MostCards))
        {
            var answer = await run.CallAsync(RelationMessages.Get(hit.Id));
            if (answer is not Answer<BookedCard?>.Success { Value: var card })
            {
                return answer.Failed<BookedCard?, DebtorList>();
            }

            if (card is not null)
            {
                known.Keep(new RelationKey(card.Id, card.Card.Code.Trim()));
                debtors.Add(BookedDebtor.Of(card.Id, card.Card));
            }
        }

        debtors.AddRange(hits.Skip(MostCards).Where(hit => hit.IsByName).Select(hit =>
            new BookedDebtor(hit.Id, hit.Code, name, "", "", "", "") { IsUnread = true }));
        return new Answer<DebtorList>.Success(new DebtorList(debtors, IsWhole: false));
    }

    private sealed class Hit(long id, string code)
    {
        public long Id { get; } = id;

        public string Code { get; set; } = code;

        public bool IsByName { get; set; }
    }
}
