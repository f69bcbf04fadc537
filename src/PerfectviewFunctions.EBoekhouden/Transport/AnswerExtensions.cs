using System.Diagnostics;
using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.EBoekhouden.Transport;

internal static class AnswerExtensions
{
    /// <summary>The same answer about another value.</summary>
    public static Answer<TOut> Map<TIn, TOut>(this Answer<TIn> answer, Func<TIn, TOut> map) =>
        answer is Answer<TIn>.Success success ? new Answer<TOut>.Success(map(success.Value)) : answer.Failed<TIn, TOut>();

    /// <summary>The same failure as the answer to a call that rests on this one.</summary>
    public static Answer<TOut> Failed<TIn, TOut>(this Answer<TIn> answer) => answer switch
    {
        Answer<TIn>.Refused refused => new Answer<TOut>.Refused(refused.Code, refused.Text),
        Answer<TIn>.NotDone notDone => new Answer<TOut>.NotDone(notDone.Code, notDone.Detail, notDone.RetryAfter),
        Answer<TIn>.Unclear unclear => new Answer<TOut>.Unclear(unclear.Code, unclear.Detail),
        _ => throw new UnreachableException(),
    };

    /// <summary>The kind of the answer and its code, for logs and measurements.</summary>
    public static (string Outcome, string? Code) Summary<T>(this Answer<T> answer) => answer switch
    {
        Answer<T>.Success => ("done", null),
        Answer<T>.Refused refused => ("refused", refused.Code),
        Answer<T>.NotDone notDone => ("not-done", notDone.Code),
        Answer<T>.Unclear unclear => ("unclear", unclear.Code),
        _ => throw new UnreachableException(),
    };
}
