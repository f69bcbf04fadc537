using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Messages;

namespace PerfectviewFunctions.EBoekhouden.Soap.Answers;

/// <summary>
/// Reads the envelope of an answer: Envelope, Body, {Operation}Response, {Operation}Result, and in it ErrorMsg beside what the operation
/// answers. Unknown elements are ignored and order means nothing. Nothing counts before the step past the end of the envelope, which
/// meets whatever follows it.
/// </summary>
internal static class SoapAnswer
{
    /// <exception cref="System.Xml.XmlException">Not well-formed, not complete, or with a DTD.</exception>
    /// <exception cref="UnreadableAnswerException">Not an answer to this operation.</exception>
    /// <exception cref="SoapFaultException">The service failed.</exception>
    public static async Task<Answer<T>> ReadAsync<T>(SoapCall<T> call, Stream body, long maxCharacters)
    {
        using var xml = new AnswerXml(body, maxCharacters);
        var result = call.NewResult();
        var error = ServiceError.None;
        var resultSeen = false;

        await xml.MoveToRootAsync();
        if (xml is not { Name: "Envelope", Namespace: SoapEnvelope.EnvelopeNamespace })
        {
            throw new UnreadableAnswerException("no SOAP 1.1 envelope");
        }

        await xml.ReadChildrenAsync(() => xml is { Name: "Body", Namespace: SoapEnvelope.EnvelopeNamespace }
            ? xml.ReadChildrenAsync(ReadResponseAsync)
            : xml.SkipAsync());

        return resultSeen || !result.HasResult
            ? result.Conclude(error)
            : throw new UnreadableAnswerException($"no {call.Operation}Result");

        Task ReadResponseAsync() => xml switch
        {
            { Name: "Fault", Namespace: SoapEnvelope.EnvelopeNamespace } => throw new SoapFaultException(),
            { Namespace: SoapEnvelope.ServiceNamespace } when xml.Name == call.Operation + "Response" =>
                xml.ReadChildrenAsync(ReadResultAsync),
            _ => xml.SkipAsync(),
        };

        Task ReadResultAsync()
        {
            if (xml.Name != call.Operation + "Result" || xml.IsNil)
            {
                return xml.SkipAsync();
            }

            resultSeen = true;
            return xml.ReadChildrenAsync(ReadResultChildAsync);
        }

        async Task ReadResultChildAsync()
        {
            if (xml.Name == "ErrorMsg")
            {
                error = await ReadErrorAsync(xml);
            }
            else
            {
                await result.ReadChildAsync(xml);
            }
        }
    }

    private static async Task<ServiceError> ReadErrorAsync(AnswerXml xml)
    {
        var (code, description) = ("", "");
        await xml.ReadChildrenAsync(async () =>
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
        });
        return ServiceError.Of(code, description);
    }
}
