using System.Reflection;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Testing.Storage;
using PerfectviewFunctions.Web;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Parity;

/// <summary>What every host has to expose: the endpoints that the product registers, and a timer for each schedule.</summary>
internal static class ProductExposure
{
    public static Exposure Read()
    {
        using var services = Services();
        return new Exposure(
            [.. services.GetServices<IEndpoint>().Select(endpoint => Of(endpoint.Definition))],
            [.. Constants(typeof(Schedules)).Select(schedule => new ExposedTimer(schedule.Key, schedule.Value))],
            []);
    }

    /// <summary>The product on a store in memory and secrets that can't be reached.</summary>
    public static ServiceProvider Services() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IRowStore>(new InMemoryRowStore())
        .AddSingleton<ISecretStore, NoSecrets>()
        .AddPerfectview(new ProductSettings())
        .BuildServiceProvider();

    /// <summary>The constants of a class, by name.</summary>
    public static IReadOnlyDictionary<string, string> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

    private static ExposedEndpoint Of(EndpointDefinition definition) => new(
        definition.Name, definition.Method is { } method ? [method] : [], definition.Route, ExposedEndpoint.Anonymous);

    private sealed class NoSecrets : ISecretStore
    {
        private static SecretsUnavailableException Unavailable => new("There are no secrets here.");

        public Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken) => throw Unavailable;

        public Task SetAsync(SecretName name, string value, CancellationToken cancellationToken) => throw Unavailable;

        public Task DeleteAsync(SecretName name, CancellationToken cancellationToken) => throw Unavailable;
    }
}
