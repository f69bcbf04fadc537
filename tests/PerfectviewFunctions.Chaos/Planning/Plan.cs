namespace PerfectviewFunctions.Chaos.Planning;

/// <summary>All that a run intends; it follows from the seed alone.</summary>
internal sealed record Plan(IReadOnlyList<PlannedTenant> Tenants, IReadOnlyList<Batch> Batches, IReadOnlyList<Strike> Strikes)
{
    public static Plan Of(ChaosOptions options)
    {
        var dice = new Dice(options.Seed);
        var tenants = new TenantPlanning(dice).Make(options.Tenants, options.Events);
        var batches = new BatchPlanning(dice).Make(tenants);
        return new Plan(tenants, batches, new StrikePlanning(dice, options.Hosts).Make(batches.Count));
    }
}
