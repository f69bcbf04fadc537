using System.Xml.Linq;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Takes codes and session ids out of what is kept for people to read.</summary>
internal static class Masking
{
    private static readonly HashSet<string> Masked = ["SecurityCode1", "SecurityCode2", "SessionID", "Guid"];

    public static string Of(XElement envelope)
    {
        var copy = new XElement(envelope);
        foreach (var element in copy.Descendants().Where(element => Masked.Contains(element.Name.LocalName) && element.Value.Length > 0).ToList())
        {
            element.Value = "***";
        }

        return copy.ToString(SaveOptions.DisableFormatting);
    }
}
