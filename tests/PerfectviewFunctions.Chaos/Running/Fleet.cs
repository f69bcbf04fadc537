namespace PerfectviewFunctions.Chaos.Running;

/// <summary>All hosts of a run.</summary>
internal sealed class Fleet
{
    private readonly Slot[] slots;
    private readonly Task[] running;

    public Fleet(ChaosOptions options, Stage stage, Figures figures)
    {
        slots = [.. Enumerable.Range(0, options.Hosts).Select(number => new Slot(number, options, stage, figures))];
        running = [.. slots.Select(slot => Task.Run(slot.RunAsync))];
    }

    public Slot this[int host] => slots[host];

    /// <summary>A host that listens, from this number on; null when none does.</summary>
    public Uri? AddressFrom(int host) =>
        Enumerable.Range(host, slots.Length).Select(number => slots[number % slots.Length].Address).FirstOrDefault(found => found is not null);

    public async Task ListensAsync()
    {
        while (slots.Any(slot => slot.Address is null))
        {
            await Task.Delay(50);
            if (running.FirstOrDefault(task => task.IsFaulted) is { } failed)
            {
                await failed;
            }
        }
    }

    public async Task CalmAsync()
    {
        await Task.WhenAll(slots.Select(slot => slot.CalmAsync()));
        await ListensAsync();
    }

    public async Task EndAsync()
    {
        await Task.WhenAll(slots.Select(slot => slot.EndAsync()));
        await Task.WhenAll(running);
    }
}
