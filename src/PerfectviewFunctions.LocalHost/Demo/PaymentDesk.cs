using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.LocalHost.Setup;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>Does what the timers do for payments, when the demo wants it.</summary>
internal sealed class PaymentDesk(IServiceProvider services)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>A timer and the clock that it is to reach may differ by as much.</summary>
    private static readonly TimeSpan ClockStep = TimeSpan.FromMilliseconds(20);

    /// <summary>Reads the books.</summary>
    /// <returns>Why the list did not come in whole; null when it did.</returns>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var tenant = await services.GetRequiredService<TenantStore>().FindAsync(DemoTenant.Id, cancellationToken)
            ?? throw new InvalidOperationException($"The tenant '{DemoTenant.Id}' is gone.");
        return await services.GetRequiredService<PaymentSync>().ReadNowAsync(tenant, cancellationToken) switch
        {
            ReadNow.Done { State.Reason: { } reason } => reason.Values.GetValueOrDefault("code", reason.Code),
            ReadNow.Refused { Reason: var reason } => reason.Code,
            _ => null,
        };
    }

    /// <summary>Sends the messages that are due.</summary>
    public Task TellAsync(CancellationToken cancellationToken) => services.GetRequiredService<CallbackSweep>().RunAsync(cancellationToken);

    /// <summary>Until what waits for these invoices is due: a moment, with the stage's options, and never longer than a second each.</summary>
    public async Task WaitAsync(IEnumerable<string> numbers, CancellationToken cancellationToken)
    {
        var outbox = services.GetRequiredService<CallbackOutbox>();
        foreach (var number in numbers)
        {
            if ((await outbox.FindAsync(DemoTenant.Id, number, cancellationToken))?.NextAt - DateTimeOffset.UtcNow is { } wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait < LongestWait ? wait + ClockStep : LongestWait, cancellationToken);
            }
        }
    }

    /// <summary>How invoices stand here; those that are not booked are left out.</summary>
    public async Task<IReadOnlyList<PaymentStand>> StandAsync(IEnumerable<string> numbers, CancellationToken cancellationToken)
    {
        var payments = services.GetRequiredService<PaymentStore>();
        var stand = new List<PaymentStand>();
        foreach (var number in numbers)
        {
            if (await payments.FindAsync(DemoTenant.Id, number, cancellationToken) is { } payment)
            {
                stand.Add(PaymentStand.Of(payment));
            }
        }

        return stand;
    }
}
