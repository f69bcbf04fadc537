using System.Globalization;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Diagnosis;

/// <summary>What a tenant's picture means. Pure.</summary>
internal static class Findings
{
    /// <summary>The timer comes every minute and works for four; nothing waits longer for its turn where it runs.</summary>
    private static readonly TimeSpan TimerNeeds = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongForWork = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongForUncertain = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongForPayments = TimeSpan.FromHours(3);
    private static readonly TimeSpan LongForMessages = TimeSpan.FromHours(2);

    /// <summary>For so long a restore is told: by then everything was sent again, or nobody will.</summary>
    private static readonly TimeSpan RestoreIsTold = TimeSpan.FromDays(35);

    public static IReadOnlyList<Finding> Of(TenantPicture picture) =>
        [.. Link(picture), .. Pending(picture), .. Held(picture.Held), .. LookUps(picture.LookUps), .. Payments(picture), .. Messages(picture), .. Restored(picture)];

    private static IEnumerable<Finding> Link(TenantPicture picture)
    {
        if (picture.Connection is not { } connection)
        {
            yield return Finding.Of(FindingCode.SecretsUnreadable);
            yield break;
        }

        if (connection.Kind == ConnectionStateKind.NotLinked)
        {
            yield return Finding.Of(FindingCode.Unlinked, ("since", Text(connection.Since)));
            yield break;
        }

        if (connection is { Kind: ConnectionStateKind.Paused, Reason: { } reason })
        {
            var code = reason.Values.GetValueOrDefault("code") is { Length: > 0 } theirs ? theirs : reason.Code;
            yield return Finding.Of(FindingCode.ConnectionRests, ("since", Text(connection.Since)), ("code", code));
        }

        if (!picture.HasWebhookSecret)
        {
            yield return Finding.Of(FindingCode.WebhookSecretMissing);
        }

        foreach (var lease in new[] { picture.Work, picture.Payments }.Where(lease => lease is { IsHeld: false, Until: not null }))
        {
            yield return Finding.Of(FindingCode.LeaseLeftBehind, ("until", Text(lease.Until)));
        }
    }

    private static IEnumerable<Finding> Pending(TenantPicture picture)
    {
        var (pending, now) = (picture.Pending, picture.At);
        var count = Text(pending.Count);
        if (picture.Tenant.State != TenantState.Linked || pending.Count.IsNone)
        {
            yield break;
        }

        // Where somebody works on it the queue is long, or he would have come to it.
        if (picture is { Connection.Kind: ConnectionStateKind.Working, Work.IsHeld: false } && pending.NextAt < now - TimerNeeds)
        {
            yield return Finding.Of(FindingCode.WorkOverdue, ("count", count), ("due", Text(pending.NextAt)));
        }
        else if (pending.DueRowAt is null)
        {
            yield return Finding.Of(FindingCode.DueRowMissing, ("count", count));
        }

        yield return Finding.Of(
            pending.Since < now - LongForWork ? FindingCode.WorkWaitsLong : FindingCode.WorkWaits, ("count", count), ("since", Text(pending.Since)));
        if (!pending.Uncertain.IsNone)
        {
            yield return Finding.Of(
                pending.UncertainSince < now - LongForUncertain ? FindingCode.UncertainLong : FindingCode.Uncertain,
                ("count", Text(pending.Uncertain)),
                ("since", Text(pending.UncertainSince)));
        }
    }

    private static IEnumerable<Finding> Held(HeldPicture held)
    {
        if (!held.Counts.Invoices.IsNone)
        {
            var causes = string.Join(", ", held.Causes.Take(5).Select(cause => FormattableString.Invariant($"{cause.Code} ({cause.Count})")));
            yield return Finding.Of(
                FindingCode.InvoicesHeld, ("count", Text(held.Counts.Invoices)), ("since", Text(held.Since)), ("causes", causes));
        }

        if (!held.Counts.Events.IsNone)
        {
            yield return Finding.Of(FindingCode.EventsHeld, ("count", Text(held.Counts.Events)));
        }

        if (!held.Counts.Relations.IsNone)
        {
            yield return Finding.Of(FindingCode.RelationsHeld, ("count", Text(held.Counts.Relations)));
        }
    }

    private static IEnumerable<Finding> LookUps(LookUpPicture lookUps)
    {
        if (lookUps.Limit > 0 && lookUps.Used >= lookUps.Limit - (lookUps.Limit / 10))
        {
            yield return Finding.Of(FindingCode.LookUpsNearlyUsed, ("used", Text(lookUps.Used)), ("limit", Text(lookUps.Limit)));
        }
    }

    private static IEnumerable<Finding> Payments(TenantPicture picture)
    {
        // A connection that rests is told by itself.
        if (picture is { Tenant: { State: TenantState.Linked, Settings.PaymentsOn: true }, Connection.Kind: ConnectionStateKind.Working }
            && (picture.Reading.ReadAt ?? picture.Tenant.Dates.LinkedAt) < Least(picture.Reading, picture.At))
        {
            yield return Finding.Of(
                FindingCode.PaymentsNotRead,
                ("since", Text(picture.Reading.ReadAt)),
                ("code", picture.Reading.Reason is { } reason ? reason.Values.GetValueOrDefault("code", reason.Code) : ""));
        }
    }

    /// <summary>When they must have been read last: a schedule may be rarer than every hour, so that with no trouble the next time has to have passed.</summary>
    private static DateTimeOffset Least(Core.Payments.Balances.ReadingStanding reading, DateTimeOffset now) =>
        reading.Reason is null && reading.NextAt > now + LongForPayments ? DateTimeOffset.MinValue : now - LongForPayments;

    private static IEnumerable<Finding> Messages(TenantPicture picture)
    {
        if (!picture.Messages.GivenUp.IsNone)
        {
            yield return Finding.Of(FindingCode.MessagesGivenUp, ("count", Text(picture.Messages.GivenUp)));
        }

        if (picture.Messages.Since < picture.At - LongForMessages)
        {
            yield return Finding.Of(
                FindingCode.MessagesWaitLong, ("count", Text(picture.Messages.Waiting)), ("since", Text(picture.Messages.Since)));
        }
    }

    private static IEnumerable<Finding> Restored(TenantPicture picture)
    {
        if (picture.Restored is { } mark && mark.RestoredAt > picture.At - RestoreIsTold)
        {
            yield return Finding.Of(FindingCode.Restored, ("taken", DutchTime.Text(mark.TakenAt)), ("restored", DutchTime.Text(mark.RestoredAt)));
        }
    }

    private static string Text(DateTimeOffset? at) => at is { } instant ? DutchTime.Text(instant) : "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(Bounded count) => count.Text(Text);
}
