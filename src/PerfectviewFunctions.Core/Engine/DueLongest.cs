using PerfectviewFunctions.Core.Events;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// Picks the subjects that are due longest out of a list of any length, invoices before relations: what fails again and again is due later each time, and so keeps
/// nothing waiting behind it.
/// </summary>
/// <param name="most">How many are picked; twice as many are in memory at most.</param>
internal sealed class DueLongest(int most)
{
    private List<(Subject Subject, DateTimeOffset DueAt, List<OpenEvent> Entries)> picked = [];

    /// <summary>Takes the next entry of the list, in which the entries of a subject stand together.</summary>
    public void Add(OpenEvent entry)
    {
        if (picked.Count > 0 && picked[^1] is var last && last.Subject == entry.Subject)
        {
            last.Entries.Add(entry);
            picked[^1] = last with { DueAt = entry.DueAt < last.DueAt ? entry.DueAt : last.DueAt };
            return;
        }

        if (picked.Count == 2 * most)
        {
            picked = Best();
        }

        picked.Add((entry.Subject, entry.DueAt, [entry]));
    }

    public IReadOnlyList<(Subject Subject, IReadOnlyList<OpenEvent> Entries)> Picked() =>
        [.. Best().Select(one => (one.Subject, (IReadOnlyList<OpenEvent>)one.Entries))];

    private List<(Subject Subject, DateTimeOffset DueAt, List<OpenEvent> Entries)> Best() =>
        [.. picked.OrderBy(one => one.Subject is Subject.Relation).ThenBy(one => one.DueAt).Take(most)];
}
