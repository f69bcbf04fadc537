using System.Xml.Linq;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Describes the sandbox's own messages as WSDL 1.1, made from their definitions.</summary>
internal static class WsdlWriter
{
    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema";
    private static readonly XNamespace Soap11 = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static readonly XNamespace Soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";

    public static XElement Write(Uri address) => new(
        Wsdl + "definitions",
        new XAttribute(XNamespace.Xmlns + "wsdl", Wsdl.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "s", Schema.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "soap", Soap11.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "soap12", Soap12.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "tns", Messages.Namespace),
        new XAttribute("targetNamespace", Messages.Namespace),
        new XElement(Wsdl + "types", SchemaOf(Messages.Operations)),
        Messages.Operations.SelectMany(MessagesOf),
        new XElement(Wsdl + "portType", new XAttribute("name", "soapAppSoap"), Messages.Operations.Select(PortOperation)),
        Binding("soapAppSoap", Soap11),
        Binding("soapAppSoap12", Soap12),
        new XElement(
            Wsdl + "service",
            new XAttribute("name", "soapApp"),
            Port("soapAppSoap", Soap11, address),
            Port("soapAppSoap12", Soap12, address)));

    private static XElement SchemaOf(IReadOnlyList<SoapOperation> operations)
    {
        var types = new Dictionary<string, SoapType>();
        foreach (var field in operations.SelectMany(operation => operation.Request.Concat(ResultOf(operation))))
        {
            Collect(field.Type, types);
        }

        return new XElement(
            Schema + "schema",
            new XAttribute("elementFormDefault", "qualified"),
            new XAttribute("targetNamespace", Messages.Namespace),
            operations.SelectMany(operation => new[]
            {
                Wrapper(operation.Name, operation.Request),
                Wrapper(operation.Name + "Response", [.. ResultOf(operation)]),
            }),
            types.Values.Select(TypeElement));
    }

    private static IEnumerable<SoapField> ResultOf(SoapOperation operation) => operation.Result is { } result ? [result] : [];

    private static void Collect(SoapType type, Dictionary<string, SoapType> types)
    {
        if (type is ScalarType { Values: null } || !types.TryAdd(type.Name, type))
        {
            return;
        }

        if (type is ComplexType complex)
        {
            foreach (var field in complex.Fields)
            {
                Collect(field.Type, types);
            }
        }
    }

    private static XElement Wrapper(string name, IReadOnlyList<SoapField> fields) => new(
        Schema + "element",
        new XAttribute("name", name),
        new XElement(Schema + "complexType", fields.Count == 0 ? null : Sequence(fields)));

    private static XElement TypeElement(SoapType type)
    {
        var name = new XAttribute("name", type.Name[(type.Name.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return type is ComplexType complex
            ? new XElement(Schema + "complexType", name, Sequence(complex.Fields))
            : new XElement(
                Schema + "simpleType",
                name,
                new XElement(
                    Schema + "restriction",
                    new XAttribute("base", "s:string"),
                    ((ScalarType)type).Values!.Select(value => new XElement(Schema + "enumeration", new XAttribute("value", value)))));
    }

    private static XElement Sequence(IReadOnlyList<SoapField> fields) =>
        new(Schema + "sequence", fields.Select(field => new XElement(
            Schema + "element",
            new XAttribute("minOccurs", field.Required ? "1" : "0"),
            new XAttribute("maxOccurs", field.Many ? "unbounded" : "1"),
            new XAttribute("name", field.Name),
            field.Many ? new XAttribute("nillable", "true") : null,
            new XAttribute("type", field.Type.Name))));

    private static IEnumerable<XElement> MessagesOf(SoapOperation operation) =>
        [Message(operation.Name + "SoapIn", operation.Name), Message(operation.Name + "SoapOut", operation.Name + "Response")];

    private static XElement Message(string name, string element) => new(
        Wsdl + "message",
        new XAttribute("name", name),
        new XElement(Wsdl + "part", new XAttribute("name", "parameters"), new XAttribute("element", "tns:" + element)));

    private static XElement PortOperation(SoapOperation operation) => new(
        Wsdl + "operation",
        new XAttribute("name", operation.Name),
        new XElement(Wsdl + "input", new XAttribute("message", $"tns:{operation.Name}SoapIn")),
        new XElement(Wsdl + "output", new XAttribute("message", $"tns:{operation.Name}SoapOut")));

    private static XElement Binding(string name, XNamespace soap) => new(
        Wsdl + "binding",
        new XAttribute("name", name),
        new XAttribute("type", "tns:soapAppSoap"),
        new XElement(soap + "binding", new XAttribute("transport", "http://schemas.xmlsoap.org/soap/http")),
        Messages.Operations.Select(operation => new XElement(
            Wsdl + "operation",
            new XAttribute("name", operation.Name),
            new XElement(
                soap + "operation",
                new XAttribute("soapAction", $"{Messages.Namespace}/{operation.Name}"),
                new XAttribute("style", "document")),
            new XElement(Wsdl + "input", new XElement(soap + "body", new XAttribute("use", "literal"))),
            new XElement(Wsdl + "output", new XElement(soap + "body", new XAttribute("use", "literal"))))));

    private static XElement Port(string name, XNamespace soap, Uri address) => new(
        Wsdl + "port",
        new XAttribute("name", name),
        new XAttribute("binding", "tns:" + name),
        new XElement(soap + "address", new XAttribute("location", address)));
}
