using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Answers;

/// <summary>Reads the result of one operation and says what it means. For one answer only.</summary>
internal abstract class ResultReader<T>
{
    /// <summary>Whether an answer must hold a result element; where not, the response element around it is enough.</summary>
    public virtual bool NeedsResult => true;

    /// <summary>Reads or skips a child of the result element, in whatever order they come.</summary>
    public abstract Task ReadChildAsync(AnswerXml xml);

    /// <summary>
    /// The answer, once all of it was read. An answer that proves neither is <see cref="Answer{T}.Unclear"/>, here for every operation.
    /// </summary>
    public abstract Answer<T> Conclude(ServiceError error);
}
