using PerfectviewFunctions.Benchmarks.Straightforward;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

internal sealed class StraightforwardConnector(StraightforwardApp app) : IConnector
{
    public static async Task<StraightforwardConnector> StartAsync(Uri books) => new(await StraightforwardApp.StartAsync(books));

    public Task<Customer> AddAsync(string name, SandboxAdministration books)
    {
        var secret = WebhookSecret.Generate();
        app.Add(new StraightforwardTenant(
            name, Convert.FromBase64String(secret.Reveal()["whsec_".Length..]), name, SandboxDemo.SecurityCode1, books.SecurityCode2.ToString("B")));
        return Task.FromResult(new Customer(name, books, secret, [new Uri(app.Address, $"/webhooks/{name}")]));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
