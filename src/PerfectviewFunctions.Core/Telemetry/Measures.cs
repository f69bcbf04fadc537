using System.Diagnostics;
using System.Diagnostics.Metrics;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Telemetry;

/// <summary>Measures what happens, for whoever listens. It changes nothing and never fails: work must not end for want of a number.</summary>
public sealed class Measures
{
    /// <summary>In seconds: from a call that finds all in memory to one that takes the longest time-out.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
    };

    private readonly Histogram<double> requests;
    private readonly Counter<long> gateRefusals;
    private readonly Counter<long> events;
    private readonly Counter<long> bookings;
    private readonly Counter<long> held;
    private readonly Histogram<double> booksCalls;
    private readonly Counter<long> leaseWaits;
    private readonly Counter<long> lookups;
    private readonly Gauge<long> lookupsUsed;
    private readonly Counter<long> paymentReadings;
    private readonly Counter<long> paymentRuns;
    private readonly Counter<long> callbacks;
    private readonly Histogram<double> timers;
    private readonly Gauge<long> waiting;
    private readonly Gauge<long> waitingAge;
    private readonly Gauge<long> attention;
    private readonly Gauge<long> attentionAge;
    private readonly Gauge<long> paused;

    /// <param name="meters">Of the host, so that two hosts in one process are told apart.</param>
    public Measures(IMeterFactory meters)
    {
        var meter = meters.Create(new MeterOptions(Instruments.Source));
        requests = HistogramOf(meter, Instruments.Requests);
        gateRefusals = CounterOf(meter, Instruments.GateRefusals);
        events = CounterOf(meter, Instruments.Events);
        bookings = CounterOf(meter, Instruments.Bookings);
        held = CounterOf(meter, Instruments.Held);
        booksCalls = HistogramOf(meter, Instruments.BooksCalls);
        leaseWaits = CounterOf(meter, Instruments.LeaseWaits);
        lookups = CounterOf(meter, Instruments.Lookups);
        lookupsUsed = GaugeOf(meter, Instruments.LookupsUsed);
        paymentReadings = CounterOf(meter, Instruments.PaymentReadings);
        paymentRuns = CounterOf(meter, Instruments.PaymentRuns);
        callbacks = CounterOf(meter, Instruments.Callbacks);
        timers = HistogramOf(meter, Instruments.Timers);
        waiting = GaugeOf(meter, Instruments.StockWaiting);
        waitingAge = GaugeOf(meter, Instruments.StockWaitingAge);
        attention = GaugeOf(meter, Instruments.StockAttention);
        attentionAge = GaugeOf(meter, Instruments.StockAttentionAge);
        paused = GaugeOf(meter, Instruments.StockPaused);
    }

    public void Answered(string endpoint, int status, TimeSpan took) =>
        Take(requests, took, new(Dimension.Endpoint, endpoint), new(Dimension.Status, status));

    public void RefusedAtTheGate(string endpoint, GateRefusal reason) =>
        Count(gateRefusals, new(Dimension.Endpoint, endpoint), new(Dimension.Reason, Words.Of(reason)));

    /// <param name="outcome">One of few words: done, refused, not-done, unclear.</param>
    /// <param name="code">Null when it was done.</param>
    public void CalledTheBooks(string operation, string outcome, string? code, TimeSpan took) => Take(
        booksCalls, took, new(Dimension.Operation, operation), new(Dimension.Outcome, outcome), new(Dimension.Code, Words.OfCode(code)));

    internal void EventAnswered(string? type, OutcomeKind outcome) =>
        Count(events, new(Dimension.Type, Words.OfType(type)), new(Dimension.Outcome, Words.Of(outcome)));

    internal void Booked(BookedHow how) => Count(bookings, new KeyValuePair<string, object?>(Dimension.How, Words.Of(how)));

    internal void HeldBack(HeldSubject subject, string? code) =>
        Count(held, new(Dimension.Subject, Words.Of(subject)), new(Dimension.Code, Words.OfCode(code)));

    internal void Waited(LeaseKind lease) => Count(leaseWaits, new KeyValuePair<string, object?>(Dimension.Lease, Words.Of(lease)));

    internal void LookedUp(LookupPurpose purpose, bool isCounted) =>
        Count(lookups, new(Dimension.Purpose, Words.Of(purpose)), new(Dimension.Outcome, isCounted ? "counted" : "quota-spent"));

    internal void LookupsUsed(AdministrationKey administration, long used) =>
        Tell(lookupsUsed, used, Dimension.Administration, administration.Value);

    internal void PaymentsRead(bool isRead) =>
        Count(paymentReadings, new KeyValuePair<string, object?>(Dimension.Outcome, isRead ? "read" : "failed"));

    internal void PaymentsRun(bool isDone) =>
        Count(paymentRuns, new KeyValuePair<string, object?>(Dimension.Outcome, isDone ? "done" : "unfinished"));

    internal void Delivered(CallbackEnd end) => Count(callbacks, new KeyValuePair<string, object?>(Dimension.Outcome, Words.Of(end)));

    internal void TimerRan(string timer, bool isDone, TimeSpan took) =>
        Take(timers, took, new(Dimension.Timer, timer), new(Dimension.Outcome, isDone ? "done" : "failed"));

    internal void Waiting(TenantId tenant, int count, TimeSpan age)
    {
        Tell(waiting, count, Dimension.Tenant, tenant.Value);
        Tell(waitingAge, (long)age.TotalSeconds, Dimension.Tenant, tenant.Value);
    }

    internal void ForAPerson(TenantId tenant, int count, TimeSpan age)
    {
        Tell(attention, count, Dimension.Tenant, tenant.Value);
        Tell(attentionAge, (long)age.TotalSeconds, Dimension.Tenant, tenant.Value);
    }

    internal void Paused(TenantId tenant, bool isPaused) => Tell(paused, isPaused ? 1 : 0, Dimension.Tenant, tenant.Value);

    private static Counter<long> CounterOf(Meter meter, Instrument instrument) =>
        meter.CreateCounter<long>(instrument.Name, instrument.Unit, instrument.Meaning);

    private static Histogram<double> HistogramOf(Meter meter, Instrument instrument) =>
        meter.CreateHistogram(instrument.Name, instrument.Unit, instrument.Meaning, tags: null, Seconds);

    private static Gauge<long> GaugeOf(Meter meter, Instrument instrument) =>
        meter.CreateGauge<long>(instrument.Name, instrument.Unit, instrument.Meaning);

    private static void Count(Counter<long> counter, params ReadOnlySpan<KeyValuePair<string, object?>> told)
    {
        try
        {
            counter.Add(1, told);
        }
#pragma warning disable CA1031 // Justification: whoever listens may fail; what is measured may not.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Trace.TraceWarning("A listener to measurements failed: {0}", exception.GetType().Name);
        }
    }

    private static void Take(Histogram<double> histogram, TimeSpan took, params ReadOnlySpan<KeyValuePair<string, object?>> told)
    {
        try
        {
            histogram.Record(took.TotalSeconds, told);
        }
#pragma warning disable CA1031 // Justification: whoever listens may fail; what is measured may not.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Trace.TraceWarning("A listener to measurements failed: {0}", exception.GetType().Name);
        }
    }

    private static void Tell(Gauge<long> gauge, long value, string dimension, string told)
    {
        try
        {
            gauge.Record(value, new KeyValuePair<string, object?>(dimension, told));
        }
#pragma warning disable CA1031 // Justification: whoever listens may fail; what is measured may not.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Trace.TraceWarning("A listener to measurements failed: {0}", exception.GetType().Name);
        }
    }
}
