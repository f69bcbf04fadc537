using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Answers;

/// <summary>An answer that says no more than that it came.</summary>
internal sealed class EmptyResult : ResultReader<bool>
{
    public override bool NeedsResult => false;

    public override Task ReadChildAsync(AnswerXml xml) => xml.SkipAsync();

    public override Answer<bool> Conclude(ServiceError error) =>
        error.HasCode ? new Answer<bool>.Refused(error.Code, error.Text) : new Answer<bool>.Success(true);
}
