namespace PerfectviewFunctions.Sandbox;

/// <summary>One lock for all that stands in the books; a change is in the file before anybody can be told of it.</summary>
internal sealed class BooksGate(TimeProvider clock, Func<SandboxSwitches> switches, Action save)
{
    private readonly Lock gate = new();
    private long lastLedgerId = ChartOfAccounts.FirstId - 1;

    public TimeProvider Clock { get; } = clock;

    public Func<SandboxSwitches> Switches { get; } = switches;

    /// <summary>For a new ledger account: higher than any in any administration.</summary>
    public long NextLedgerId => Read(() => lastLedgerId + 1);

    public void LedgerIdsTaken(IEnumerable<SandboxLedgerAccount> accounts) =>
        Read(() => lastLedgerId = accounts.Select(account => account.Id).Append(lastLedgerId).Max());

    /// <summary>Also the bracket around a check and the change that rests on it: the lock may be taken again inside.</summary>
    public T Read<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }

    public T Change<T>(Func<T> change)
    {
        lock (gate)
        {
            var result = change();
            save();
            return result;
        }
    }
}
