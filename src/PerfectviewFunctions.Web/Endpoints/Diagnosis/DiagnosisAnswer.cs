using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Diagnosis;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Endpoints.Linking;

namespace PerfectviewFunctions.Web.Endpoints.Diagnosis;

/// <param name="Severity">The gravest of the findings: info, attention or action.</param>
/// <param name="Findings">The gravest first.</param>
internal sealed record DiagnosisAnswer(
    string Severity, DateTimeOffset At, IReadOnlyList<FindingAnswer> Findings, PictureAnswer Picture)
{
    public static DiagnosisAnswer Of(TenantDiagnosis diagnosis) => new(
        AnswerJson.Word(diagnosis.Severity),
        diagnosis.Picture.At,
        [.. diagnosis.Findings.Select(FindingAnswer.Of)],
        PictureAnswer.Of(diagnosis.Picture));
}

/// <param name="Doer">nobody, bookkeeper or operator.</param>
internal sealed record FindingAnswer(string Code, string Severity, string Doer, string Nl, string En, string ActionNl, string ActionEn)
{
    public static FindingAnswer Of(Finding finding)
    {
        var (entry, text) = (finding.Entry, finding.InWords());
        return new(entry.Code, AnswerJson.Word(entry.Severity), AnswerJson.Word(entry.Doer), text.Nl, text.En, text.ActionNl, text.ActionEn);
    }
}

/// <summary>The facts that the findings were made of. A count that ends in + stopped there.</summary>
internal sealed record PictureAnswer(
    string State,
    ConnectionAnswer? Connection,
    LeaseAnswer Work,
    LeaseAnswer Payments,
    PendingAnswer Pending,
    HeldAnswer Held,
    LookUpsAnswer LookUps,
    ReadingAnswer Reading,
    MessagesAnswer Messages,
    int RetentionDays,
    RestoredAnswer? Restored)
{
    public static PictureAnswer Of(TenantPicture picture) => new(
        AnswerJson.Word(picture.Tenant.State),
        picture.Connection is { } connection ? ConnectionAnswer.Of(connection) : null,
        LeaseAnswer.Of(picture.Work),
        LeaseAnswer.Of(picture.Payments),
        PendingAnswer.Of(picture.Pending),
        HeldAnswer.Of(picture.Held),
        new LookUpsAnswer(picture.LookUps.Used, picture.LookUps.Limit),
        ReadingAnswer.Of(picture.Reading),
        new MessagesAnswer(Counts.Text(picture.Messages.Waiting), Counts.Text(picture.Messages.GivenUp), picture.Messages.Since),
        picture.Tenant.Settings.RetentionDays,
        picture.Restored is { } mark ? new RestoredAnswer(mark.TakenAt, mark.RestoredAt) : null);
}

/// <param name="State">free, held, or left-behind by somebody who died.</param>
internal sealed record LeaseAnswer(string State, DateTimeOffset? Until)
{
    public static LeaseAnswer Of(LeasePicture lease) => new(lease.IsHeld ? "held" : lease.Until is null ? "free" : "left-behind", lease.Until);
}

/// <param name="TimerAt">From when the timer looks at the tenant; absent when it does not.</param>
internal sealed record PendingAnswer(
    string Count, DateTimeOffset? Since, DateTimeOffset? NextAt, string Uncertain, DateTimeOffset? UncertainSince, DateTimeOffset? TimerAt)
{
    public static PendingAnswer Of(PendingPicture pending) => new(
        Counts.Text(pending.Count), pending.Since, pending.NextAt, Counts.Text(pending.Uncertain), pending.UncertainSince, pending.DueRowAt);
}

internal sealed record HeldAnswer(string Invoices, string Events, string Relations, DateTimeOffset? Since, IReadOnlyList<HeldCauseAnswer> Causes)
{
    public static HeldAnswer Of(HeldPicture held) => new(
        Counts.Text(held.Counts.Invoices),
        Counts.Text(held.Counts.Events),
        Counts.Text(held.Counts.Relations),
        held.Since,
        [.. held.Causes.Select(cause => new HeldCauseAnswer(cause.Code, cause.Count))]);
}

internal sealed record HeldCauseAnswer(string Code, int Count);

internal sealed record LookUpsAnswer(int Used, int Limit);

internal sealed record MessagesAnswer(string Waiting, string GivenUp, DateTimeOffset? Since);

internal sealed record RestoredAnswer(DateTimeOffset TakenAt, DateTimeOffset RestoredAt);

internal static class Counts
{
    public static string Text(Bounded count) => count.Text(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
