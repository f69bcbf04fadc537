using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Web.Tests.Support;

/// <summary>Secrets by their full names.</summary>
internal sealed class MemorySecrets : Dictionary<string, string>, ISecretStore
{
    public Exception? Fault { get; set; }

    /// <summary>How often a secret was asked for.</summary>
    public int Reads { get; set; }

    /// <summary>Whether an answer comes after the call returned, as from a vault.</summary>
    public bool IsFarAway { get; set; }

    public async Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        Reads++;
        if (IsFarAway)
        {
            await Task.Yield();
        }

        return Fault is null ? this.GetValueOrDefault(name.Value) : throw Fault;
    }

    public Task SetAsync(SecretName name, string value, CancellationToken cancellationToken)
    {
        this[name.Value] = value;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(SecretName name, CancellationToken cancellationToken)
    {
        Remove(name.Value);
        return Task.CompletedTask;
    }
}
