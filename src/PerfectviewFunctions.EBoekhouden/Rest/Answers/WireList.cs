using System.Collections.ObjectModel;
using PerfectviewFunctions.EBoekhouden.Rest.Transport;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Answers;

/// <summary>
/// A list within an answer. An item takes many times the memory of the few bytes that it may come in, so that a limit of bytes is none of memory: a list that is
/// longer than any that is read in pages is refused where it comes in.
/// </summary>
internal sealed class WireList<T> : Collection<T>
{
    /// <summary>As many as all pages of the longest list together.</summary>
    public const int Most = RestRun.PageSize * RestRun.MostPages;

    /// <exception cref="UnreadableAnswerException">The list is too long.</exception>
    protected override void InsertItem(int index, T item)
    {
        if (Count == Most)
        {
            throw new UnreadableAnswerException("more items than a list may have");
        }

        base.InsertItem(index, item);
    }
}
