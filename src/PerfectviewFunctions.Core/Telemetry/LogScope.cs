using System.Collections;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Telemetry;

/// <summary>What every line is about that is logged within. The names are those that messages use, so that one search finds both.</summary>
internal sealed class LogScope : IReadOnlyList<KeyValuePair<string, object?>>
{
    public const string Tenant = "Tenant";
    public const string Event = "Event";
    public const string Invoice = "Invoice";
    public const string Relation = "Relation";

    private readonly KeyValuePair<string, object?>[] pairs;

    private LogScope(params KeyValuePair<string, object?>[] pairs) => this.pairs = pairs;

    public int Count => pairs.Length;

    public KeyValuePair<string, object?> this[int index] => pairs[index];

    public static IDisposable? Begin(ILogger logger, TenantId tenant) => logger.BeginScope(new LogScope(new KeyValuePair<string, object?>(Tenant, tenant.Value)));

    public static IDisposable? Begin(ILogger logger, TenantId tenant, Subject subject) => logger.BeginScope(new LogScope(
        new(Tenant, tenant.Value),
        subject switch
        {
            Subject.Invoice invoice => new(Invoice, invoice.Number),
            Subject.Relation relation => new(Relation, relation.Id),
            _ => throw new InvalidOperationException("A subject of an unknown kind."),
        }));

    /// <param name="id">The sender's, or the key made of it.</param>
    public static IDisposable? BeginEvent(ILogger logger, string id) => logger.BeginScope(new LogScope(new KeyValuePair<string, object?>(Event, id)));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object?>>)pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => pairs.GetEnumerator();

    public override string ToString() => string.Join(' ', pairs.Select(pair => $"{pair.Key}:{pair.Value}"));
}
