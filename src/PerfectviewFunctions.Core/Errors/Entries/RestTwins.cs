namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>Codes of the REST API that say what a code of the SOAP API says: the same class and sentences under another code.</summary>
internal static class RestTwins
{
    /// <param name="soap">Where the other one stands.</param>
    public static ErrorEntry Of(string code, ErrorTheme soap, string soapCode) => soap.Entries.Single(entry => entry.Code == soapCode) with { Code = code };

    /// <summary>The same for several codes.</summary>
    public static IEnumerable<ErrorEntry> Each(IEnumerable<string> codes, ErrorEntry entry) => codes.Select(code => entry with { Code = code });
}
