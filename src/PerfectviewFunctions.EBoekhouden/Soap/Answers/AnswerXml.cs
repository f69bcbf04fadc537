using System.Text;
using System.Xml;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Answers;

/// <summary>
/// Walks through an answer element by element while it comes in. Each Read method starts on an element and ends just after it; what is
/// not complete or not well-formed throws <see cref="XmlException"/>, so no part of an answer passes for the whole.
/// </summary>
internal sealed class AnswerXml : IDisposable
{
    private const int MaxDepth = 32; // a mutation line's amounts lie at depth 8

    private readonly XmlReader reader;

    public AnswerXml(Stream body, long maxCharacters) => reader = XmlReader.Create(body, new XmlReaderSettings
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = maxCharacters,
        CheckCharacters = false, // .NET services write control characters as references (&#x1;): no reason to lose a list of relations
        IgnoreWhitespace = true,

        // Passed over here: a reader that ignores them calls itself for each one, and many in a row end the process (stack overflow).
        IgnoreComments = false,
        IgnoreProcessingInstructions = false,
    });

    public string Name => reader.LocalName;

    public string Namespace => reader.NamespaceURI;

    /// <summary>Whether the current element says that it has no value (xsi:nil).</summary>
    public bool IsNil =>
        reader.GetAttribute("nil", "http://www.w3.org/2001/XMLSchema-instance")?.Trim() is "true" or "1";

    public async Task MoveToRootAsync()
    {
        while (reader.NodeType != XmlNodeType.Element && await AdvanceAsync())
        {
        }
    }

    /// <summary>Visits every child element; the visit reads or skips it.</summary>
    public async Task ReadChildrenAsync(Func<Task> visit)
    {
        if (reader.IsEmptyElement)
        {
            await AdvanceAsync();
            return;
        }

        await AdvanceAsync();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                await visit();
            }
            else
            {
                await AdvanceAsync();
            }
        }

        await AdvanceAsync();
    }

    /// <summary>
    /// The element's own text, without what XML could not carry; empty when it is nil. As long as the whole answer may be: a note has no length of its own.
    /// </summary>
    public async ValueTask<string> ReadTextAsync()
    {
        if (reader.IsEmptyElement)
        {
            await AdvanceAsync();
            return "";
        }

        var text = "";
        StringBuilder? parts = null; // only where a comment or the like stands in between: nearly every text comes in one part
        await AdvanceAsync();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                await SkipAsync();
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                var part = await reader.GetValueAsync();
                if (text.Length == 0)
                {
                    text = part;
                }
                else
                {
                    (parts ??= new StringBuilder(text)).Append(part);
                }
            }

            await AdvanceAsync();
        }

        await AdvanceAsync();
        return CleanText.Of(parts?.ToString() ?? text);
    }

    public Task SkipAsync() => ReadChildrenAsync(SkipAsync);

    public void Dispose() => reader.Dispose();

    private async ValueTask<bool> AdvanceAsync()
    {
        var more = await reader.ReadAsync();
        return reader.Depth <= MaxDepth ? more : throw new UnreadableAnswerException("the answer is nested too deeply");
    }
}
