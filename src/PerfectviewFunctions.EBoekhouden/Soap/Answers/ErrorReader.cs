using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Answers;

/// <summary>Reads a cError child by child, in whatever order they come.</summary>
internal sealed class ErrorReader
{
    private string code = "";
    private string description = "";

    public ServiceError Error => ServiceError.Of(code, description);

    /// <summary>The error in the current element.</summary>
    public static async Task<ServiceError> ReadAsync(AnswerXml xml)
    {
        var reader = new ErrorReader();
        await xml.ReadChildrenAsync(() => reader.ReadChildAsync(xml));
        return reader.Error;
    }

    public async Task ReadChildAsync(AnswerXml xml)
    {
        switch (xml.Name)
        {
            case "LastErrorCode":
                code = await xml.ReadTextAsync();
                break;
            case "LastErrorDescription":
                description = await xml.ReadTextAsync();
                break;
            default:
                await xml.SkipAsync();
                break;
        }
    }
}
