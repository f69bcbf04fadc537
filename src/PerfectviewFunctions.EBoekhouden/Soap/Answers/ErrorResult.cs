using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Answers;

/// <summary>
/// A result that is itself the cError, with no level of ErrorMsg between. On success its code is blank or absent, or all of it is absent,
/// as an ErrorMsg may be; the response around it is the proof. Source: the WSDL, UpdateRelatieResponse.
/// </summary>
internal sealed class ErrorResult : ResultReader<bool>
{
    private readonly ErrorReader reader = new();

    public override bool NeedsResult => false;

    public override Task ReadChildAsync(AnswerXml xml) => reader.ReadChildAsync(xml);

    /// <param name="error">Of an ErrorMsg, which does not belong here: should it come after all, it says as much.</param>
    public override Answer<bool> Conclude(ServiceError error) => (reader.Error, error) switch
    {
        ({ HasCode: true } own, _) => new Answer<bool>.Refused(own.Code, own.Text),
        (_, { HasCode: true }) => new Answer<bool>.Refused(error.Code, error.Text),
        ({ Text: null }, { Text: null }) => new Answer<bool>.Success(true),
        _ => new Answer<bool>.Unclear(CallFailure.Unreadable, "an error text without a code"),
    };
}
