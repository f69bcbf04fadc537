namespace PerfectviewFunctions.Chaos.Planning;

/// <summary>Shuffles all events, some of them several times over, and puts them into requests of random sizes.</summary>
internal sealed class BatchPlanning(Dice dice)
{
    private const int Most = 40;

    public IReadOnlyList<Batch> Make(IReadOnlyList<PlannedTenant> tenants)
    {
        var deliveries = tenants.SelectMany(tenant => tenant.Events.SelectMany(sent => Copies(tenant, sent))).ToArray();
        dice.Shuffle(deliveries);
        var (batches, filling) = (new List<Batch>(), new Dictionary<PlannedTenant, List<PlannedEvent>>());
        foreach (var (tenant, sent) in deliveries)
        {
            if (!filling.TryGetValue(tenant, out var events))
            {
                filling[tenant] = events = new List<PlannedEvent>(dice.OneIn(5) ? dice.Between(10, Most) : dice.Between(1, 8));
            }

            events.Add(sent);
            if (events.Count == events.Capacity)
            {
                batches.Add(new Batch(tenant, events));
                filling.Remove(tenant);
            }
        }

        batches.AddRange(filling.Select(rest => new Batch(rest.Key, rest.Value)));
        return batches;
    }

    private IEnumerable<(PlannedTenant Tenant, PlannedEvent Sent)> Copies(PlannedTenant tenant, PlannedEvent sent) =>
        Enumerable.Repeat((tenant, sent), dice.OneIn(7) ? dice.Between(2, 3) : 1);
}
