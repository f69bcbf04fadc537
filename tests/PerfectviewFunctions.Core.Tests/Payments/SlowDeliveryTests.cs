using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using PerfectviewFunctions.Testing.Telemetry;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Payments;

/// <summary>A host that is slow at sending a message lets none of an invoice's messages overtake another.</summary>
public sealed class SlowDeliveryTests
{
    private static readonly TenantSettings Settings = PaymentBench.Settings with { CallbackAddress = "https://crm.example/hook" };

    [Fact]
    public async Task Message_is_not_begun_once_somebody_else_may_have_it_before_it_arrives()
    {
        var (bench, tenant) = await NewAsync();
        var sent = 0;
        var witness = new At(WorkStep.CallbackClaimed, () => bench.Bench.Clock.Advance(TimeSpan.FromMinutes(2)));
        var delivery = New(bench, new Sender(() => sent++), witness);

        await delivery.RunAsync(tenant, DateTimeOffset.MaxValue, default);
        Assert.Equal(0, sent);

        witness.IsArmed = false;
        await delivery.RunAsync(tenant, DateTimeOffset.MaxValue, default);
        Assert.Equal(1, sent);
        Assert.Null(await bench.Outbox.FindAsync(tenant.Id, "F1", default));
    }

    [Fact]
    public async Task Answer_that_comes_after_the_claim_ran_out_does_not_take_it_from_who_has_it_now()
    {
        var (bench, tenant) = await NewAsync();
        var until = DateTimeOffset.MinValue;
        var delivery = New(
            bench,
            new Sender(() =>
            {
                bench.Bench.Clock.Advance(TimeSpan.FromMinutes(2));
                until = bench.Bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(1);
                ClaimAsync(bench, until).GetAwaiter().GetResult();
            }),
            new At(WorkStep.CallbackClaimed, () => { }));

        await delivery.RunAsync(tenant, DateTimeOffset.MaxValue, default);

        Assert.Equal(until, (await bench.Outbox.FindAsync(tenant.Id, "F1", default))!.ClaimedUntil);
    }

    [Fact]
    public async Task Message_that_somebody_else_has_by_now_is_not_counted_as_given_up()
    {
        var (bench, tenant) = await NewAsync();
        var sender = new Sender(
            () =>
            {
                bench.Bench.Clock.Advance(TimeSpan.FromHours(25));
                ClaimAsync(bench, bench.Bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();
            },
            new CallbackResult.Failed(CallbackFailure.Unsigned));
        using var measured = new Measured(bench.Bench.Meters);

        await New(bench, sender, new NoWitness()).RunAsync(tenant, DateTimeOffset.MaxValue, default);

        Assert.Equal("failed", Assert.Single(measured.Of(Instruments.Callbacks)).Key);
    }

    /// <summary>Another host looks for what is due while this one is sending; it must find the message taken.</summary>
    [Fact]
    public async Task Message_that_one_host_is_sending_is_sent_by_no_other()
    {
        var (bench, tenant) = await NewAsync();
        var sent = 0;
        var other = New(bench, new Sender(() => sent++), new NoWitness());
        var delivery = New(
            bench,
            new Sender(() =>
            {
                sent++;
                other.RunAsync(tenant, DateTimeOffset.MaxValue, default).GetAwaiter().GetResult();
            }),
            new NoWitness());

        await delivery.RunAsync(tenant, DateTimeOffset.MaxValue, default);

        Assert.Equal(1, sent);
    }

    /// <summary>Both found it due before either claimed it: the claim of one of them comes too late.</summary>
    [Fact]
    public async Task Message_that_two_hosts_found_at_once_is_sent_by_one()
    {
        var (bench, tenant) = await NewAsync();
        var (sent, isFirst) = (0, true);
        var (one, other) = (New(bench, new Sender(() => sent++), new NoWitness()), New(bench, new Sender(() => sent++), new NoWitness()));
        bench.Bench.Store.Before = async call =>
        {
            if (isFirst && call is StoreCall.Write)
            {
                isFirst = false;
                await other.RunAsync(tenant, DateTimeOffset.MaxValue, default);
            }
        };

        await one.RunAsync(tenant, DateTimeOffset.MaxValue, default);

        Assert.Equal(1, sent);
    }

    private static async Task ClaimAsync(PaymentBench bench, DateTimeOffset until)
    {
        var row = (await bench.Bench.Store.GetAsync("tenant:demo", CallbackRows.KeyOf("F1"), default))!;
        await bench.Bench.Store.TryReplaceAsync(row, CallbackRows.ToValues(CallbackRows.Read(row) with { ClaimedUntil = until }), default);
    }

    private static async Task<(PaymentBench Bench, Tenant Tenant)> NewAsync()
    {
        var bench = new PaymentBench();
        var tenant = await bench.AddTenantAsync(1, settings: Settings);
        await bench.Bench.TenantSecrets.SetWebhookAsync(tenant.Id, new WebhookSecrets("whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0"), default);
        await bench.ReadAsync();
        return (bench, tenant);
    }

    private static CallbackDelivery New(PaymentBench bench, ICallbackSender sender, IWorkWitness witness) => new(
        bench.Bench.Store, bench.Outbox, bench.Payments, bench.Bench.TenantSecrets, sender, bench.Bench.Clock, new CallbackOptions(), witness, bench.Bench.Measures);

    private sealed class Sender(Action onSend, CallbackResult? result = null) : ICallbackSender
    {
        public Task<CallbackResult> SendAsync(CallbackMessage message, WebhookSecrets secrets, CancellationToken cancellationToken)
        {
            onSend();
            return Task.FromResult(result ?? new CallbackResult.Delivered());
        }
    }
}
