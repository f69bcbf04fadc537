using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.EndToEnd.Tests.Hostile;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing.Telemetry;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;
using Instrument = PerfectviewFunctions.Core.Telemetry.Instrument;

namespace PerfectviewFunctions.EndToEnd.Tests.Telemetry;

/// <summary>What a host measures of what happens at its front door and in its timers.</summary>
public sealed class MeasuredTests
{
    [Fact]
    public async Task Booking_is_counted_once_and_its_repetition_as_a_duplicate()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var measured = Of(host);

        await host.SendAsync(Events.Invoice("1"));
        await host.SendAsync(Events.Invoice("1"));

        Says(measured, Instruments.Events, ("invoice.sent booked", 1), ("invoice.sent duplicate", 1));
        Says(measured, Instruments.Bookings, ("sent", 1));
        Says(measured, Instruments.Requests, ("Webhook 200", 2));
        Assert.Equal(1, measured.Of(Instruments.BooksCalls)[ApiChoice.Said("AddMutatie", "POST mutation") + " done none"]);
        Says(measured, Instruments.Held);
    }

    [Fact]
    public async Task What_is_held_back_is_counted_by_its_code()
    {
        var (world, host) = await World.StartAsync(settings: RelationEvents.Settings);
        await using var _ = world;
        using var measured = Of(host);

        await host.SendAsync(Events.Invoice("1").With(invoice => invoice["currency"] = "USD"));
        await host.SendAsync(Events.Invoice("2").With(invoice => invoice["date"] = "2026-02-30"));
        await host.SendAsync(Events.Invoice("2").With(invoice => invoice["date"] = "2026-02-30"));
        var strange = Events.Invoice("3");
        strange["type"] = "Van Geheimenstein";
        await host.SendAsync(strange);
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "AddMutatie", Code = "CMUT004" });
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "AddMutatie", Code = "VANGEHEIM" });
        await host.SendAsync(Events.Invoice("4"));
        await host.SendAsync(Events.Invoice("5"));

        Says(
            measured, Instruments.Held,
            ("invoice currency-not-euro", 1), ("event event-refused", 2), ("invoice CMUT004", 1), ("invoice unknown", 1));
        Says(measured, Instruments.Events, ("invoice.sent needs-attention", 3), ("invoice.sent refused", 2), ("unknown refused", 1));
        Assert.DoesNotContain(measured.All, one => one.Told.Contains("geheim", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Relation_that_a_person_has_to_look_at_is_counted_once()
    {
        var (world, host) = await RelationEvents.StartAsync();
        await using var _ = world;
        using var measured = Of(host);
        world.Books.AddRelation("20001", "Bakkerij Jansen", new Dictionary<string, string> { ["Postcode"] = "1234 AB" });
        var address = new JsonObject { ["visitingAddress"] = RelationEvents.Address("Kade", "1", "1234AB", "Graanstad") };

        var held = await host.SendAsync(RelationEvents.Created("r-1", 0, "Bakkerij Jansen", address));
        await host.SendAsync(RelationEvents.Updated("r-1", 1, new JsonObject { ["phone"] = "0700-1" }));

        Assert.Equal("debtor-ambiguous", held.ReasonCode);

        Says(measured, Instruments.Held, ("relation debtor-ambiguous", 1));
    }

    [Fact]
    public async Task Booking_of_which_nobody_knew_is_counted_as_adopted()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var measured = Of(host);
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie" });

        await host.SendAsync(Events.Invoice("1"));

        Says(measured, Instruments.Bookings, ("adopted", 1));
        Assert.Equal(1, measured.Of(Instruments.BooksCalls)[ApiChoice.Said("AddMutatie", "POST mutation") + " unclear books-connection-lost"]);
        Says(measured, Instruments.Lookups, ("booking counted", 1));
        Assert.Equal(1, Assert.Single(measured.Of(Instruments.LookupsUsed)).Value);
    }

    [Fact]
    public async Task Calls_that_are_not_let_in_are_counted_by_why()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var measured = Of(host);

        for (var call = 0; call < 21; call++)
        {
            using var unsigned = host.Signed("[]"u8.ToArray(), secret: WebhookSecret.Generate());
            (await host.Http.SendAsync(unsigned)).Dispose();
        }

        using var keyless = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/tenants", UriKind.Relative));
        keyless.Headers.Add("X-Admin-Key", "wrong");
        (await host.Http.SendAsync(keyless)).Dispose();

        Says(measured, Instruments.GateRefusals, ("Webhook wrong-signature", 20), ("Webhook too-many", 1), ("Tenants wrong-key", 1));
        Says(measured, Instruments.Requests, ("Webhook 401", 20), ("Webhook 429", 1), ("Tenants 401", 1));
    }

    [Fact]
    public async Task Answers_of_a_host_that_can_not_work_are_counted_by_their_status()
    {
        await using var world = await World.CreateAsync();
        var store = new BreakableStore(world.Rows.Open());
        var host = await world.AddHostAsync(builder => builder.Services.AddSingleton<IRowStore>(store));
        await world.AddTenantAsync("demo");
        using var measured = Of(host);

        store.Before = _ => new StoreUnavailableException("away");
        await host.SendAsync(Events.Invoice("1"));
        store.Before = _ => new InvalidOperationException("a fault of ours");
        await host.SendAsync(Events.Invoice("1"));

        Says(measured, Instruments.Requests, ("Webhook 503", 1), ("Webhook 500", 1));
    }

    [Fact]
    public async Task Work_that_another_worker_keeps_waiting_is_counted()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        using var measured = Of(host);
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.SlowAfter) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(10) });

        var slow = host.SendAsync(Events.Invoice("2"));
        await Passing.UntilAsync(() => world.Books.Mutations.Any(mutation => mutation.InvoiceNumber == "2"));
        var waits = await host.SendAsync(Events.Invoice("3"));
        world.Clock.Advance(TimeSpan.FromSeconds(11));
        await slow;

        Assert.Equal("accepted", waits.Outcome);
        Says(measured, Instruments.LeaseWaits, ("work", 1));
    }

    [Fact]
    public async Task Readings_of_payments_and_their_runs_are_counted()
    {
        await using var world = await World.CreateAsync(new SandboxSwitches { SessionLifetime = TimeSpan.FromDays(60) });
        world.Payments = new PaymentOptions { LookupsPerMonth = 1 };
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo", PaymentsOn);
        using var measured = Of(host);
        await world.BookAsync(host, "F1", "F2", "F3");

        await world.ReadAsync(host);
        Says(measured, Instruments.PaymentReadings, ("read", 1));
        Says(measured, Instruments.PaymentRuns, ("done", 1));
        await host.SyncPaymentsAsync();
        Says(measured, Instruments.PaymentRuns, ("done", 2));

        measured.Forget();
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Http500Before) { Operation = "GetOpenPosten" });
        await world.ReadAsync(host);
        await host.SyncPaymentsAsync();
        Says(measured, Instruments.PaymentReadings, ("failed", 1));
        Says(measured, Instruments.PaymentRuns, ("unfinished", 1));

        measured.Forget();
        world.Pay("F1", Total);
        world.Pay("F2", Total);
        await world.ReadAsync(host);
        Says(measured, Instruments.Lookups, ("payment counted", 1), ("payment quota-spent", 1));
    }

    [Fact]
    public async Task Messages_to_Perfectview_are_counted_until_they_are_given_up()
    {
        var (world, host) = await StartToldAsync(new CallbackOptions { GiveUpAfter = TimeSpan.FromMinutes(5) });
        await using var _ = world;
        using var measured = Of(host);
        await world.BookAsync(host, "F1", "F2");
        world.Receiver().Faults.Add(new CallbackFault(CallbackFaultKind.Status) { Times = 1 });
        await world.ReadAsync(host);

        await world.DeliverEveryMinuteAsync(host, 4);
        Says(measured, Instruments.Callbacks, ("failed", 1), ("delivered", 2));

        measured.Forget();
        world.Receiver().Faults.Add(new CallbackFault(CallbackFaultKind.Status) { Times = Fault.UntilCleared });
        world.Pay("F1", 50m);
        await world.ReadAsync(host);
        await world.DeliverEveryMinuteAsync(host, 15);
        Assert.Equal(1, measured.Of(Instruments.Callbacks)["given-up"]);
        Assert.DoesNotContain("delivered", measured.Of(Instruments.Callbacks).Keys);
    }

    [Fact]
    public async Task Run_of_a_timer_is_measured_by_how_it_ended()
    {
        await using var world = await World.CreateAsync();
        var store = new BreakableStore(world.Rows.Open());
        var host = await world.AddHostAsync(builder => builder.Services.AddSingleton<IRowStore>(store));
        using var measured = Of(host);
        var run = host.Services.GetRequiredService<TimerRun<PendingSweep>>();

        await run.RunAsync(CancellationToken.None);
        store.Before = _ => new StoreUnavailableException("away");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => run.RunAsync(CancellationToken.None));

        Says(measured, Instruments.Timers, ("ProcessPending done", 1), ("ProcessPending failed", 1));
    }

    [Fact]
    public async Task Listener_that_fails_keeps_nothing_from_being_booked()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var broken = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter is { Name: Instruments.Source } meter && meter.Scope == host.Services.GetRequiredService<IMeterFactory>())
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        broken.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidOperationException("broken"));
        broken.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidOperationException("broken"));
        broken.Start();

        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);
    }

    private static Measured Of(Host host) => new(host.Services.GetRequiredService<IMeterFactory>());

    private static void Says(Measured measured, Instrument instrument, params (string Told, double Value)[] expected) => Assert.Equal(
        expected.OrderBy(one => one.Told, StringComparer.Ordinal),
        measured.Of(instrument).Select(one => (one.Key, one.Value)).OrderBy(one => one.Key, StringComparer.Ordinal));
}
