using System.Xml;
using System.Xml.Linq;

namespace PerfectviewFunctions.Sandbox;

/// <summary>A call, read and checked against its definition.</summary>
/// <param name="Masked">The envelope with codes and session ids masked.</param>
internal sealed record SoapRequest(SoapOperation Operation, SoapNode Body, SoapVersion Version, string Masked)
{
    public string InvoiceNumber => Body.Node("oMut").Text("Factuurnummer") is { Length: > 0 } number
        ? number
        : Body.Node("cFilter").Text("Factuurnummer");

    public string RelationCode => new[]
    {
        Body.Node("oMut").Text("RelatieCode"), Body.Node("oRel").Text("Code"), Body.Node("cFilter").Text("Code"),
    }.FirstOrDefault(code => code.Length > 0, "");
}

/// <summary>Reads envelopes as the .NET service does: unknown elements are passed over, a value of the wrong type is a Fault.</summary>
internal static class SoapReader
{
    private const long MaxCharacters = 5_000_000;

    private static readonly XNamespace Tns = Messages.Namespace;
    private static readonly XName Nil = XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance");

    /// <exception cref="SoapFaultException">It is no call of ours.</exception>
    public static async Task<SoapRequest> ReadAsync(
        Stream body, SoapVersion version, string? action, SandboxSwitches switches, CancellationToken cancellationToken)
    {
        var envelope = await LoadAsync(body, cancellationToken);
        XNamespace soap = version.Namespace;
        var call = envelope.Name == soap + "Envelope" ? envelope.Element(soap + "Body")?.Elements().FirstOrDefault() : null;
        if (call is null)
        {
            throw new SoapFaultException("The request holds no SOAP body of the version its content type names.");
        }

        if (call.Name.Namespace != Tns || Messages.Find(call.Name.LocalName) is not { } operation)
        {
            throw new SoapFaultException($"Server did not recognize the operation: {call.Name.LocalName}.");
        }

        // SOAP 1.2 may leave the action out; in 1.1 the service finds the operation by it.
        if (action != Messages.Namespace + "/" + operation.Name && (version == SoapVersion.V11 || action is not null))
        {
            throw new SoapFaultException($"Server did not recognize the value of HTTP Header SOAPAction: {action}.");
        }

        var node = Read(call, operation.Request, switches);
        return new SoapRequest(operation, node, version, Masking.Of(envelope));
    }

    private static async Task<XElement> LoadAsync(Stream body, CancellationToken cancellationToken)
    {
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
        };
        try
        {
            using var reader = XmlReader.Create(body, settings);
            return await XElement.LoadAsync(reader, LoadOptions.PreserveWhitespace, cancellationToken);
        }
        catch (XmlException unreadable)
        {
            throw new SoapFaultException("The request is not readable as XML: " + unreadable.Message);
        }
    }

    private static SoapNode Read(XElement element, IReadOnlyList<SoapField> fields, SandboxSwitches switches)
    {
        var node = new SoapNode();
        var position = 0;
        foreach (var child in element.Elements().Where(child => child.Name.Namespace == Tns))
        {
            var index = Enumerable.Range(0, fields.Count).FirstOrDefault(at => fields[at].Name == child.Name.LocalName, -1);
            if (index < 0)
            {
                continue;
            }

            if (index < position && switches.OutOfOrderFaults)
            {
                throw new SoapFaultException($"Element {child.Name.LocalName} is out of order.");
            }

            position = Math.Max(position, index);
            Store(node, fields[index], child, switches);
        }

        return node;
    }

    private static void Store(SoapNode node, SoapField field, XElement element, SandboxSwitches switches)
    {
        var isNil = (string?)element.Attribute(Nil) is "true" or "1";
        if (isNil && field is { Required: false })
        {
            return;
        }

        if (field.Type is ComplexType complex)
        {
            var value = Read(element, complex.Fields, switches);
            if (!field.Many)
            {
                node[field.Name] = value;
            }
            else if (node.TryGetValue(field.Name, out var list))
            {
                ((List<SoapNode>)list).Add(value);
            }
            else
            {
                node[field.Name] = new List<SoapNode> { value };
            }

            return;
        }

        node[field.Name] = ((ScalarType)field.Type).Parse(element.Value)
            ?? throw new SoapFaultException($"'{element.Value}' is not a valid {field.Type.Name[(field.Type.Name.IndexOf(':') + 1)..]} in {field.Name}.");
    }
}
