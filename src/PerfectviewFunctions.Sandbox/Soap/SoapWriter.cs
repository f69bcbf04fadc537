using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Writes answers in the order of their definitions.</summary>
internal static class SoapWriter
{
    private static readonly XNamespace Tns = Messages.Namespace;

    public static XElement Answer(SoapOperation operation, SoapNode? result, SoapVersion version, SandboxSwitches switches)
    {
        var response = new XElement(Tns + (operation.Name + "Response"));
        if (operation.Result is { Type: ComplexType type } field && result is not null)
        {
            response.Add(Element(field.Name, type, result, switches));
        }

        return Envelope(version, response);
    }

    public static XElement Fault(string message, SoapVersion version)
    {
        XNamespace soap = version.Namespace;
        return Envelope(version, version == SoapVersion.V11
            ? new XElement(soap + "Fault", new XElement("faultcode", "soap:Client"), new XElement("faultstring", message), new XElement("detail"))
            : new XElement(
                soap + "Fault",
                new XElement(soap + "Code", new XElement(soap + "Value", "soap:Sender")),
                new XElement(soap + "Reason", new XElement(soap + "Text", new XAttribute(XNamespace.Xml + "lang", "en"), message))));
    }

    private static XElement Envelope(SoapVersion version, XElement content)
    {
        XNamespace soap = version.Namespace;
        return new XElement(
            soap + "Envelope",
            new XAttribute(XNamespace.Xmlns + "soap", soap.NamespaceName),
            new XElement(soap + "Body", content));
    }

    private static XElement Element(string name, ComplexType type, SoapNode node, SandboxSwitches switches)
    {
        // The service declares its namespace as the default one; so does this attribute-free element within the prefixed envelope.
        var element = new XElement(Tns + name);
        foreach (var field in type.Fields)
        {
            if (!node.TryGetValue(field.Name, out var value))
            {
                continue;
            }

            if (value is List<SoapNode> items)
            {
                element.Add(items.Select(item => Element(field.Name, (ComplexType)field.Type, item, switches)));
            }
            else
            {
                element.Add(value is SoapNode child
                    ? Element(field.Name, (ComplexType)field.Type, child, switches)
                    : Scalar(field, value, switches));
            }
        }

        return element;
    }

    private static XElement Scalar(SoapField field, object value, SandboxSwitches switches)
    {
        var text = value switch
        {
            decimal amount when field.Type == Scalars.Double => XmlConvert.ToString((double)amount),
            decimal amount => amount.ToString("F" + switches.AmountDecimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture) + "T00:00:00",
            _ => XmlSafe(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        };
        return text.Length == 0 ? new XElement(Tns + field.Name) : new XElement(Tns + field.Name, text);
    }

    /// <summary>Books written directly by a test may hold characters that XML cannot.</summary>
    private static string XmlSafe(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : new string([.. text.Where(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character))]);
}
