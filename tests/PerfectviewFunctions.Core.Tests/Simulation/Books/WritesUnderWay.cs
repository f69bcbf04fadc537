namespace PerfectviewFunctions.Core.Tests.Simulation.Books;

/// <summary>The writing calls to one administration: no two at a time, except by whoever stood still, and where clocks differ.</summary>
internal sealed class WritesUnderWay(World world)
{
    private readonly List<(Actor By, string What, DateTimeOffset End)> calls = [];

    /// <param name="end">When its caller gives it up.</param>
    public void Begin(Actor? by, string what, DateTimeOffset end)
    {
        if (by is null)
        {
            return;
        }

        calls.RemoveAll(call => call.End <= world.Now || call.By == by);
        if (!world.HasSkew && !by.WasPaused && calls.Exists(call => !call.By.WasPaused))
        {
            world.Violate($"{by.Name} begins to {what} while {calls[0].By.Name} is at {calls[0].What}");
        }

        calls.Add((by, what, end));
    }

    public void End(Actor? by) => calls.RemoveAll(call => call.By == by);
}
