using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Messages;
using PerfectviewFunctions.EBoekhouden.Transport;

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
    /// <exception cref="ServiceFailedException">The service failed.</exception>
    public static async Task<Answer<T>> ReadAsync<T>(SoapCall<T> call, Stream body, long maxCharacters)
    {
        using var xml = new AnswerXml(body, maxCharacters);
        var result = call.NewResult();
        var error = ServiceError.None;
        var (responseSeen, resultSeen) = (false, false);

        await xml.MoveToRootAsync();
        if (xml is not { Name: "Envelope", Namespace: SoapEnvelope.EnvelopeNamespace })
        {
            throw new UnreadableAnswerException("no SOAP 1.1 envelope");
        }

        await xml.ReadChildrenAsync(() => xml is { Name: "Body", Namespace: SoapEnvelope.EnvelopeNamespace }
            ? xml.ReadChildrenAsync(ReadResponseAsync)
            : xml.SkipAsync());

        return resultSeen || (responseSeen && !result.NeedsResult)
            ? result.Conclude(error)
            : throw new UnreadableAnswerException($"no {call.Operation}{(result.NeedsResult ? "Result" : "Response")}");

        Task ReadResponseAsync()
        {
            if (xml is { Name: "Fault", Namespace: SoapEnvelope.EnvelopeNamespace })
            {
                throw new ServiceFailedException("SOAP fault");
            }

            if (xml.Namespace != SoapEnvelope.ServiceNamespace || xml.Name != call.Operation + "Response")
            {
                return xml.SkipAsync();
            }

            responseSeen = true;
            return xml.ReadChildrenAsync(ReadResultAsync);
        }

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
                error = await ErrorReader.ReadAsync(xml);
            }
            else
            {
                await result.ReadChildAsync(xml);
            }
        }
    }
}
