namespace PerfectviewFunctions.Parity;

/// <summary>Compares what a host exposes with what the product is.</summary>
internal static class HostParity
{
    /// <returns>A sentence for each difference, which begins with the endpoint or timer; none when host and product agree.</returns>
    public static IReadOnlyList<string> Differences(Exposure product, Exposure host) =>
    [
        .. host.Faults,
        .. Names("endpoint", product.Endpoints.Select(one => one.Name), host.Endpoints.Select(one => one.Name)),
        .. Names("timer", product.Timers.Select(one => one.Name), host.Timers.Select(one => one.Name)),
        .. product.Endpoints.Join(host.Endpoints, one => one.Name, one => one.Name, Differences).SelectMany(difference => difference),
        .. product.Timers.Join(host.Timers, one => one.Name, one => one.Name, (wanted, found) =>
            Difference(wanted.Name, "schedule", wanted.Schedule, found.Schedule)).SelectMany(difference => difference),
    ];

    private static IEnumerable<string> Names(string kind, IEnumerable<string> product, IEnumerable<string> host)
    {
        var found = host.ToList();
        var wanted = product.ToList();
        return
        [
            .. wanted.Except(found).Select(name => $"{name}: the host does not have this {kind}."),
            .. found.Except(wanted).Select(name => $"{name}: the product has no such {kind}."),
            .. found.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{same.Key}: the host has this {kind} {same.Count()} times."),
        ];
    }

    private static IEnumerable<string> Differences(ExposedEndpoint wanted, ExposedEndpoint found) =>
    [
        .. Difference(wanted.Name, "methods", Text(wanted.Methods), Text(found.Methods)),
        .. Difference(wanted.Name, "route", wanted.Route, found.Route),
        .. Difference(wanted.Name, "authorization level", wanted.Level, found.Level),
    ];

    private static IEnumerable<string> Difference(string name, string what, string wanted, string found) =>
        wanted == found ? [] : [$"{name}: {what} '{found}' should be '{wanted}'."];

    private static string Text(IReadOnlyList<string> methods) => methods.Count == 0 ? "any" : string.Join(", ", methods.Order(StringComparer.Ordinal));
}
