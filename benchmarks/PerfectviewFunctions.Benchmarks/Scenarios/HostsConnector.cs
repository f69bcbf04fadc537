using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>The product as processes of their own, all on one store in a folder.</summary>
internal sealed class HostsConnector(DirectoryInfo folder, IReadOnlyList<HostProcess> hosts) : IConnector
{
    public IReadOnlyList<HostProcess> Hosts => hosts;

    /// <param name="variables">Of the hosts' environment.</param>
    public static async Task<HostsConnector> StartAsync(Uri books, int count, params IReadOnlyList<(string Name, string Value)> variables)
    {
        var folder = Directory.CreateTempSubdirectory("perfectviewfunctions-benchmark-");
        var hosts = new List<HostProcess>();
        for (var number = 0; number < count; number++)
        {
            hosts.Add(await HostProcess.StartAsync(folder, books, variables: variables));
        }

        return new HostsConnector(folder, hosts);
    }

    public async Task<Customer> AddAsync(string name, SandboxAdministration books)
    {
        using var api = hosts[0].Operator();
        return await PerfectviewConnector.AddAsync(api, name, books, [.. hosts.Select(host => host.Address)]);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            host.Dispose();
        }

        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
