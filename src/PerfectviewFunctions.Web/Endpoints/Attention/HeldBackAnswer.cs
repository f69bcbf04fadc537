using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Attention;

/// <param name="Causes">Of all that is held back, the most frequent first.</param>
/// <param name="More">True when more is held back than the causes count.</param>
/// <param name="Next">The address of the next page; absent on the last.</param>
internal sealed record HeldBackAnswer(
    IReadOnlyList<CauseAnswer> Causes, bool? More, IReadOnlyList<InvoiceAnswer> Invoices, string? Next);

/// <param name="Code">What <c>cause</c> takes to have them all tried again.</param>
internal sealed record CauseAnswer(
    string Code, int Count, string Nl, string En, string ActionNl, string ActionEn, bool CanRetry)
{
    public static CauseAnswer Of(Cause cause, bool canRetry)
    {
        var text = ReasonText.Render(cause.Reason);
        return new(cause.Code, cause.Count, text.Nl, text.En, text.ActionNl, text.ActionEn, canRetry);
    }
}
