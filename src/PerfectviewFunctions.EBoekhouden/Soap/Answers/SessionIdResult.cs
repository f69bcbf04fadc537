using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Answers;

internal sealed class SessionIdResult : ResultReader<string>
{
    private string id = "";

    public override async Task ReadChildAsync(AnswerXml xml)
    {
        if (xml.Name == "SessionID")
        {
            id = (await xml.ReadTextAsync()).Trim();
        }
        else
        {
            await xml.SkipAsync();
        }
    }

    public override Answer<string> Conclude(ServiceError error) => (error.HasCode, id.Length > 0) switch
    {
        (true, _) => new Answer<string>.Refused(error.Code, error.Text),
        (false, true) => new Answer<string>.Success(id),
        (false, false) => new Answer<string>.Unclear(CallFailure.Unreadable, "no SessionID"),
    };
}
