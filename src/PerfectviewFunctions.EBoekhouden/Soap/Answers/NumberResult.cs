using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Answers;

/// <summary>
/// The number of what was added. Only a number above zero proves that it was, only an error code without one that it was not.
/// </summary>
internal sealed class NumberResult(string element) : ResultReader<long>
{
    private long number;

    public override async Task ReadChildAsync(AnswerXml xml)
    {
        if (xml.Name != element)
        {
            await xml.SkipAsync();
            return;
        }

        var text = (await xml.ReadTextAsync()).Trim();
        if (text.Length > 0 && !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            throw new UnreadableAnswerException($"{element}: no number");
        }
    }

    public override Answer<long> Conclude(ServiceError error) => (error.HasCode, number > 0) switch
    {
        (false, true) => new Answer<long>.Success(number),
        (true, false) => new Answer<long>.Refused(error.Code, error.Text),
        (true, true) => new Answer<long>.Unclear(CallFailure.Unreadable, $"{error.Code} together with a number"),
        (false, false) => new Answer<long>.Unclear(CallFailure.NoNumber, error.Text),
    };
}
