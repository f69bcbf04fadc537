using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>What came of a test.</summary>
/// <param name="Administration">first, same or other; absent when it failed.</param>
/// <param name="Accounts">How many ledger accounts the administration has.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Hints">Remarks on what was filled in.</param>
/// <param name="Warnings">What would keep invoices from being booked.</param>
internal sealed record TestAnswer(
    bool Works,
    string? Administration,
    int? Accounts,
    ReasonAnswer? Reason,
    IReadOnlyList<NoteAnswer> Hints,
    IReadOnlyList<ReasonAnswer> Warnings)
{
    public static TestAnswer Of(TestResult result) => result switch
    {
        TestResult.Works works => new(
            true,
            AnswerJson.Word(works.Administration),
            works.Accounts,
            null,
            [.. works.Notes.Select(NoteAnswer.Of)],
            [.. works.Warnings.Select(warning => ReasonAnswer.Of(warning)!)]),
        TestResult.Fails fails => new(false, null, null, ReasonAnswer.Of(fails.Reason), [.. fails.Notes.Select(NoteAnswer.Of)], []),
        _ => throw new InvalidOperationException("A test result of an unknown kind."),
    };
}

/// <param name="OfferAgainFrom">Since when nothing was taken in: the sender has to offer what it sent since. Only when the tenant was not linked.</param>
internal sealed record SavedAnswer(TenantAnswer Tenant, TestAnswer Test, DateTimeOffset? OfferAgainFrom);

/// <summary>The one time that the secret is shown.</summary>
/// <param name="Text">What becomes of the one before; absent when there was none.</param>
internal sealed record WebhookSecretAnswer(string Secret, DateTimeOffset? PreviousUntil, NoteAnswer? Text)
{
    public override string ToString() => "webhook secret";
}

/// <summary>The one time that the key is shown.</summary>
internal sealed record ReadKeyAnswer(string Key)
{
    public override string ToString() => "read key";
}
