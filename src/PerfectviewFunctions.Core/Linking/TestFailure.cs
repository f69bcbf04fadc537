using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>
/// Why a test failed. Where the sentence of a booking would promise that the link tries again, or warn of booking twice, a test has one of
/// its own. The service's words are left out: they may hold what was sent.
/// </summary>
internal static class TestFailure
{
    /// <param name="answer">Any but a success.</param>
    public static TestResult.Fails Of<T>(Answer<T> answer) => answer switch
    {
        Answer<T>.Refused { Code: var code } when Refusal.ClassOf(code) == ErrorClass.Connection =>
            new TestResult.Fails(Reason.Of(code), IsPassing: false),
        Answer<T>.Refused { Code: ServiceCodes.NotVerified } => new TestResult.Fails(Reason.Of(ReasonCode.TestNotVerified), IsPassing: true),
        Answer<T>.Refused { Code: var code } => new TestResult.Fails(
            Reason.Of(ReasonCode.TestRefused, ("code", code)), IsPassing: Refusal.ClassOf(code) == ErrorClass.Transient),
        Answer<T>.NotDone notDone => new TestResult.Fails(Reason.Of(CodeOf(notDone.Code)), IsPassing: true, notDone.RetryAfter),
        Answer<T>.Unclear unclear => new TestResult.Fails(Reason.Of(CodeOf(unclear.Code)), IsPassing: true),
        _ => throw new ArgumentException("A test that worked has no failure.", nameof(answer)),
    };

    private static string CodeOf(string failure) => failure switch
    {
        CallFailure.Unreachable => ReasonCode.TestUnreachable,
        CallFailure.TimedOut => ReasonCode.TestTimedOut,
        CallFailure.Throttled => ReasonCode.TestThrottled,
        CallFailure.SessionRefused => ReasonCode.TestSessionRefused,
        CallFailure.ConnectionLost or CallFailure.ServerError => ReasonCode.TestBrokenOff,
        _ => ReasonCode.TestUnreadable,
    };
}
