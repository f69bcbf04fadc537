using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Azure.Tests.Vault;

/// <summary>A store under the one that keeps: counts what reaches it, and lets a test come between.</summary>
internal sealed class PlainSecrets : ISecretStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<SecretName, string> values = [];
    private int reads;

    public int Reads => Volatile.Read(ref reads);

    public Exception? Fault { get; set; }

    /// <summary>Runs after a value was read and before it is answered.</summary>
    public Func<Task>? AfterGet { get; set; }

    /// <summary>Runs before a change is made.</summary>
    public Func<Task>? BeforeChange { get; set; }

    /// <summary>Changes a value as another host would.</summary>
    public string? this[SecretName name]
    {
        get
        {
            lock (gate)
            {
                return values.GetValueOrDefault(name);
            }
        }

        set
        {
            lock (gate)
            {
                if (value is null)
                {
                    values.Remove(name);
                }
                else
                {
                    values[name] = value;
                }
            }
        }
    }

    public async Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref reads);
        var value = this[name];
        await (AfterGet?.Invoke() ?? Task.CompletedTask);
        return Fault is null ? value : throw Fault;
    }

    public Task SetAsync(SecretName name, string value, CancellationToken cancellationToken) => ChangeAsync(name, value);

    public Task DeleteAsync(SecretName name, CancellationToken cancellationToken) => ChangeAsync(name, null);

    private async Task ChangeAsync(SecretName name, string? value)
    {
        await (BeforeChange?.Invoke() ?? Task.CompletedTask);
        this[name] = Fault is null ? value : throw Fault;
    }
}
