using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Core.Tests.Simulation.Hosts;

/// <summary>The shared secrets as one host reaches them.</summary>
internal sealed class HostSecrets(World world) : ISecretStore
{
    public async Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        await world.Strands.StopAsync("secret", world.Seconds(2));
        cancellationToken.ThrowIfCancellationRequested();
        if (world.Chance(1))
        {
            world.Trace.Count("secrets: away");
            throw new SecretsUnavailableException("The secrets are away.") { IsPassing = true };
        }

        return await world.Bench.Secrets.GetAsync(name, maxAge, cancellationToken);
    }

    public Task SetAsync(SecretName name, string value, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nobody changes a secret here.");

    public Task DeleteAsync(SecretName name, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nobody deletes a secret here.");
}
