using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Layout;

namespace PerfectviewFunctions.Web.Pages.Balances;

/// <summary>Open balances in words.</summary>
internal static class BalanceWords
{
    /// <param name="band">A band of days overdue.</param>
    public static string Band(string band, Texts texts) => band switch
    {
        "not-due" => texts["balances.notDue"],
        "1-30" => texts["balances.upTo30"],
        "31-60" => texts["balances.upTo60"],
        "61-90" => texts["balances.upTo90"],
        "over-90" => texts["balances.over90"],
        _ => band,
    };

    public static string State(PaymentState state, Texts texts)
    {
        var (nl, en) = PaymentWords.Of(state);
        return texts.Of(nl, en);
    }

    public static Tone ToneOf(PaymentState state) => state switch
    {
        PaymentState.Paid => Tone.Good,
        PaymentState.NotRead => Tone.Busy,
        PaymentState.Removed => Tone.Bad,
        PaymentState.Reopened or PaymentState.Overpaid or PaymentState.ClosedNotVerified => Tone.Warn,
        _ => Tone.Quiet,
    };
}
