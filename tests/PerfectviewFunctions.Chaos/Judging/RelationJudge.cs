using PerfectviewFunctions.Chaos.Planning;
using PerfectviewFunctions.Chaos.Running;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Chaos.Judging;

/// <summary>Every relation stands in the books once, and says what was last said of each field.</summary>
internal sealed class RelationJudge(Plan plan, Stage stage, Senders senders, StoreView store)
{
    private readonly List<string> found = [];

    public async Task<IReadOnlyList<string>> FindAsync()
    {
        foreach (var sharing in plan.Tenants.GroupBy(tenant => tenant.Administration))
        {
            var known = stage.BooksOf(sharing.First()).Relations.ToLookup(relation => relation.Code);
            foreach (var tenant in sharing)
            {
                await CheckAsync(tenant, known);
            }

            var planned = sharing.SelectMany(tenant => tenant.Relations).Select(relation => relation.Code).ToHashSet();
            found.AddRange(known.Where(code => !planned.Contains(code.Key)).Select(code => $"nobody sent relation {code.Key} {code.First().Name}"));
        }

        return found;
    }

    private async Task CheckAsync(PlannedTenant tenant, ILookup<string, SandboxRelation> known)
    {
        var rows = (await store.WithPrefixAsync(Partition.Of(tenant.Id), "relation:")).ToDictionary(row => row.Values.Text("id"));
        var changes = tenant.Changes.Where(IsAnswered).ToLookup(change => change.Relation);
        var billed = tenant.Invoices.Where(IsAnswered).Select(invoice => invoice.Debtor).ToHashSet();
        foreach (var relation in tenant.Relations.Where(relation => (changes.Contains(relation) || billed.Contains(relation)) && !senders.IsNameless(tenant, relation)))
        {
            var told = $"{tenant.Name} {relation.Id}";
            if (known[relation.Code].ToList() is not [var card])
            {
                found.Add($"{told} stands {known[relation.Code].Count()} times in the books");
                continue;
            }

            if (rows.GetValueOrDefault(relation.Id)?.Values.Text("state") is not "Current" and var state)
            {
                found.Add($"{told} is {state}");
            }

            found.AddRange(Differences(relation, [.. changes[relation].OrderBy(change => change.OccurredAt)], card).Select(what => $"{told}: {what}"));
        }

        bool IsAnswered(PlannedEvent sent) => senders.Answered.ContainsKey((tenant.Name, sent.Id));
    }

    /// <summary>After a deletion nothing is written any more, so that what came late of what was said before may or may not stand there.</summary>
    private static IEnumerable<string> Differences(PlannedRelation relation, IReadOnlyList<PlannedChange> changes, SandboxRelation card)
    {
        foreach (var (field, inBooks) in PlannedChange.Fields)
        {
            var said = changes.Where(change => change.Said.ContainsKey(field)).Select(change => change.Said[field]).ToList();
            string[] first = field == "name" ? [relation.Name] : said.Count == 0 ? [""] : [];
            IReadOnlyList<string> expected = changes is [.., { What: PlannedChange.Deleted }]
                ? ["", relation.Name, .. said]
                : said.Count > 0 ? [said[^1]] : first;
            if (!expected.Contains(card[inBooks]))
            {
                yield return $"{field} is '{card[inBooks]}' instead of '{expected[^1]}'";
            }
        }
    }
}
