namespace PerfectviewFunctions.Testing.Vaults;

/// <summary>What the vault holds and how it behaves. A test may change either while the vault is in use.</summary>
public sealed class VaultState
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, VaultSecret> secrets = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<VaultCall> calls = [];
    private readonly List<(VaultFault Fault, int Left)> faults = [];
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many requests for a name it takes until its deletion is over.</summary>
    public int DeletionTakes { get; set; }

    /// <summary>How many requests for a name it takes until its recovery is over.</summary>
    public int RecoveryTakes { get; set; }

    /// <summary>Versions on one page of a list.</summary>
    public int PageSize { get; set; } = 25;

    /// <summary>Runs before a call is answered, as something that comes between.</summary>
    public Func<VaultCall, Task>? Before { get; set; }

    /// <summary>When set for a call, it is never answered while the test runs.</summary>
    public Func<VaultCall, bool>? Hangs { get; set; }

    public IReadOnlyList<VaultCall> Calls
    {
        get
        {
            lock (gate)
            {
                return [.. calls];
            }
        }
    }

    /// <summary>The versions of a name, oldest first, of a deleted secret too.</summary>
    public IReadOnlyList<VaultVersion> VersionsOf(string name)
    {
        lock (gate)
        {
            return secrets.TryGetValue(name, out var secret) ? [.. secret.Versions] : [];
        }
    }

    public bool IsDeleted(string name)
    {
        lock (gate)
        {
            return secrets.TryGetValue(name, out var secret) && secret.Stage != VaultStage.There;
        }
    }

    public void Break(VaultFault fault)
    {
        lock (gate)
        {
            faults.Add((fault, fault.Times));
        }
    }

    public void Mend()
    {
        lock (gate)
        {
            faults.Clear();
        }
    }

    public void ForgetCalls()
    {
        lock (gate)
        {
            calls.Clear();
        }
    }

    /// <summary>Lets go of what hangs.</summary>
    internal void ReleaseAll() => released.TrySetResult();

    internal async Task ArriveAsync(VaultCall call)
    {
        lock (gate)
        {
            calls.Add(call);
        }

        await (Before?.Invoke(call) ?? Task.CompletedTask);
        if (Hangs?.Invoke(call) == true)
        {
            await released.Task;
        }
    }

    internal VaultFault? FaultFor(VaultCall call)
    {
        lock (gate)
        {
            var index = faults.FindIndex(one => one.Left > 0 && one.Fault.Where?.Invoke(call) != false);
            if (index < 0)
            {
                return null;
            }

            faults[index] = (faults[index].Fault, faults[index].Left - 1);
            return faults[index].Fault;
        }
    }

    internal T With<T>(Func<Dictionary<string, VaultSecret>, T> use)
    {
        lock (gate)
        {
            return use(secrets);
        }
    }
}
