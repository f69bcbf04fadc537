namespace PerfectviewFunctions.EBoekhouden.Tests.Support;

/// <summary>A request as it left the gateway.</summary>
internal sealed record SeenRequest(string Operation, string Body, HttpRequestMessage Message, string ContentType)
{
    /// <summary>The text of the first element with this name.</summary>
    public string Value(string element) =>
        System.Xml.Linq.XDocument.Parse(Body, System.Xml.Linq.LoadOptions.PreserveWhitespace).Descendants().First(node => node.Name.LocalName == element).Value;
}
