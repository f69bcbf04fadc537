namespace PerfectviewFunctions.Core.Telemetry;

/// <summary>Everything that is measured. What is not in this list is not made; <c>docs/telemetry.md</c> and the alerts go by these names.</summary>
public static class Instruments
{
    /// <summary>The one meter, and the one source of spans.</summary>
    public const string Source = "PerfectviewFunctions";

    private const string Prefix = "perfectviewfunctions.";

    public static Instrument Requests { get; } = Histogram(
        "requests", "s", "how long a call took, until its answer was made", Dimension.Endpoint, Dimension.Status);

    public static Instrument GateRefusals { get; } = Counter(
        "gate.refusals", "{call}", "calls with a wrong key or signature, or that came after too many of those", Dimension.Endpoint, Dimension.Reason);

    public static Instrument Events { get; } = Counter(
        "events", "{event}", "events by what their sender was answered", Dimension.Type, Dimension.Outcome);

    public static Instrument Bookings { get; } = Counter(
        "bookings", "{invoice}", "invoices that came to stand in the books: by the answer to a booking, or found there after all", Dimension.How);

    public static Instrument Held { get; } = Counter(
        "held", "{subject}", "what was held back for a person, and why", Dimension.Subject, Dimension.Code);

    public static Instrument BooksCalls { get; } = Histogram(
        "books.calls", "s", "how long a call to e-Boekhouden took", Dimension.Operation, Dimension.Outcome, Dimension.Code);

    public static Instrument LeaseWaits { get; } = Counter(
        "lease.waits", "{lease}", "work that another worker on the same administration kept waiting", Dimension.Lease);

    public static Instrument Lookups { get; } = Counter(
        "lookups", "{look-up}", "look-ups that e-Boekhouden rations: counted, or not made since the month's are used up", Dimension.Purpose, Dimension.Outcome);

    public static Instrument LookupsUsed { get; } = Gauge(
        "lookups.used", "{look-up}", "look-ups used this month, told when one is counted", Dimension.Administration);

    public static Instrument PaymentReadings { get; } = Counter(
        "payments.readings", "{administration}", "administrations whose payments were read, or were not", Dimension.Outcome);

    public static Instrument PaymentRuns { get; } = Counter(
        "payments.runs", "{run}", "runs of the timer: done when for the planned time nothing is left to read", Dimension.Outcome);

    public static Instrument Callbacks { get; } = Counter(
        "callbacks", "{message}", "messages to Perfectview, each try", Dimension.Outcome);

    public static Instrument Timers { get; } = Histogram(
        "timers", "s", "how long a run of a timer took", Dimension.Timer, Dimension.Outcome);

    public static Instrument StockWaiting { get; } = Gauge(
        "stock.waiting", "{subject}", "invoices and relations that the link still has to do by itself", Dimension.Tenant);

    public static Instrument StockWaitingAge { get; } = Gauge(
        "stock.waiting.age", "s", "how long the oldest of those has waited", Dimension.Tenant);

    public static Instrument StockAttention { get; } = Gauge(
        "stock.attention", "{subject}", "invoices, events and relations that wait for a person", Dimension.Tenant);

    public static Instrument StockAttentionAge { get; } = Gauge(
        "stock.attention.age", "s", "how long the oldest of those has waited", Dimension.Tenant);

    public static Instrument StockPaused { get; } = Gauge(
        "stock.paused", "1", "1 while the tenant's connection is paused, else 0", Dimension.Tenant);

    public static IReadOnlyList<Instrument> All { get; } =
    [
        Requests, GateRefusals, Events, Bookings, Held, BooksCalls, LeaseWaits, Lookups, LookupsUsed, PaymentReadings, PaymentRuns, Callbacks, Timers,
        StockWaiting, StockWaitingAge, StockAttention, StockAttentionAge, StockPaused,
    ];

    private static Instrument Counter(string name, string unit, string meaning, params string[] dimensions) =>
        new(Prefix + name, InstrumentKind.Counter, unit, dimensions, meaning);

    private static Instrument Histogram(string name, string unit, string meaning, params string[] dimensions) =>
        new(Prefix + name, InstrumentKind.Histogram, unit, dimensions, meaning);

    private static Instrument Gauge(string name, string unit, string meaning, params string[] dimensions) =>
        new(Prefix + name, InstrumentKind.Gauge, unit, dimensions, meaning);
}
