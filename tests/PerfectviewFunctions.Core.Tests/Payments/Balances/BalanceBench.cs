using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Core.Payments.Reading;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Payments.Balances;

/// <summary>Open balances over rows that a test puts there. Payments are read at seven minutes past each hour.</summary>
internal sealed class BalanceBench
{
    public static readonly TenantSettings Settings = Bench.Settings with { PaymentsOn = true };

    public BalanceBench()
    {
        States = new ReadingStates(Bench.Store);
        Quota = new LookupQuota(Bench.Store, Bench.Clock, Bench.Options, Bench.Measures);
        var standings = new ReadingStandings(States, Bench.Connections, Quota, new Hourly(), Bench.Clock, new PaymentOptions());
        Balances = new OpenBalances(
            new PaymentStore(Bench.Store),
            new CallbackOutbox(Bench.Store, new CallbackDueRows(Bench.Store, Bench.Clock), Bench.Clock),
            standings,
            Bench.Clock,
            new PaymentOptions());
    }

    public Bench Bench { get; } = new();

    public ReadingStates States { get; }

    public LookupQuota Quota { get; }

    public OpenBalances Balances { get; }

    public Task<Tenant> AddTenantAsync(TenantSettings? settings = null, TenantState state = TenantState.Linked) =>
        Bench.AddTenantAsync(settings: settings ?? Settings, state: state);

    public Task<BalanceReport> OfAsync(Tenant tenant) => Balances.OfAsync(tenant, default);

    public async Task PutAsync(Tenant tenant, params InvoicePayment[] payments) => Assert.IsType<WriteResult.Written>(
        await Bench.Store.WriteAsync(Partition.Of(tenant.Id), [.. payments.Select(PaymentRows.ToInsert)], default));

    public async Task PutAsync(Tenant tenant, WaitingCallback waiting) => Assert.True(await Bench.Store.TryInsertAsync(
        Partition.Of(tenant.Id), CallbackRows.KeyOf(waiting.Number), CallbackRows.ToValues(waiting), default));

    /// <summary>An invoice of 121.00 that is wholly open, in the first administration.</summary>
    public static InvoicePayment Payment(string number, PaymentState state = PaymentState.Open, decimal? open = 121m) => new(
        number, Bench.Administration, 7, number, "K100", 121m, default(DateTimeOffset).AddYears(2020), new PaymentStatus(state, default(DateTimeOffset).AddYears(2020)) { Open = open })
    {
        DebtorName = "Korenbloem", Date = new DateOnly(2026, 3, 2), DueDate = new DateOnly(2026, 3, 16),
    };

    private sealed class Hourly : IPaymentTimes
    {
        public DateTimeOffset LastAt(DateTimeOffset now) => NextAfter(now).AddHours(-1);

        public DateTimeOffset NextAfter(DateTimeOffset now)
        {
            var slot = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 7, 0, TimeSpan.Zero);
            return slot > now ? slot : slot.AddHours(1);
        }
    }
}
