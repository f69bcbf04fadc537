using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Payments.Reading;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments.Balances;

/// <summary>How the reading of a tenant's payments stands.</summary>
/// <param name="LookupsUsed">Look-ups made for payments of its administration this calendar month.</param>
public sealed record ReadingStanding(int LookupsUsed, int LookupsLimit)
{
    /// <summary>When the last complete list was asked for; null when none was, or when it was not read for this tenant.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Why payments are not read, or why the last try gave no complete reading; null when all is well.</summary>
    public Reason? Reason { get; init; }

    /// <summary>The next planned time; null while payments are not read.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>When it is tried again before that; null when it is not.</summary>
    public DateTimeOffset? AgainAt { get; init; }
}

/// <summary>Finds out how the reading of a tenant's payments stands.</summary>
internal sealed class ReadingStandings(
    ReadingStates states, Connections connections, LookupQuota quota, IPaymentTimes times, TimeProvider time, PaymentOptions options)
{
    public async Task<ReadingStanding> OfAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var used = tenant.Administration is { } counted ? await quota.UsedByPaymentsAsync(counted, cancellationToken) : 0;
        var standing = new ReadingStanding(used, options.LookupsPerMonth);
        if (tenant is not { State: TenantState.Linked, Administration: { } administration })
        {
            return standing with { Reason = Reason.Of(ReasonCode.NotLinked) };
        }

        if (!tenant.Settings.PaymentsOn)
        {
            return standing with { Reason = Reason.Of(ReasonCode.PaymentsSwitchedOff) };
        }

        var state = await states.OfAsync(administration, cancellationToken);
        var pause = await connections.PauseOfAsync(tenant.Id, cancellationToken);
        var next = times.NextAfter(time.GetUtcNow());
        return standing with
        {
            // What is read while this connection rests is read for other tenants of the administration.
            ReadAt = state.ReadAt > pause?.Since ? null : state.ReadAt,
            Reason = pause?.Reason ?? state.Reason,
            NextAt = next,
            AgainAt = state.AgainAt < next ? state.AgainAt : null,
        };
    }
}
