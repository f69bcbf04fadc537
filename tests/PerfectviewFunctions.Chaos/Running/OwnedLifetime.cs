using Microsoft.Extensions.Hosting;

namespace PerfectviewFunctions.Chaos.Running;

/// <summary>A host in this process ends when the run disposes of it; signals end the run itself.</summary>
internal sealed class OwnedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
