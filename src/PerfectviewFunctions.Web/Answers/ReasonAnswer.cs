using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>Why, and what to do, in both languages.</summary>
internal sealed record ReasonAnswer(string Code, string Nl, string En, string ActionNl, string ActionEn)
{
    public static ReasonAnswer? Of(Reason? reason) =>
        reason is null ? null : Of(ReasonText.Render(reason));

    private static ReasonAnswer Of(RenderedReason text) => new(text.Code, text.Nl, text.En, text.ActionNl, text.ActionEn);
}

internal sealed record FaultAnswer(string Pointer, string Message)
{
    public static IReadOnlyList<FaultAnswer>? Of(IReadOnlyList<EventFault> faults) =>
        faults.Count == 0 ? null : [.. faults.Select(fault => new FaultAnswer(fault.Pointer, fault.Message))];
}
