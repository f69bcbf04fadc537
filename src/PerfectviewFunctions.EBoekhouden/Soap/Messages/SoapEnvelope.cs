using System.Text;
using System.Xml;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>The SOAP 1.1 envelope around every call (document/literal).</summary>
internal static class SoapEnvelope
{
    public const string EnvelopeNamespace = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>Target namespace of the service and the first part of every SOAPAction.</summary>
    public const string ServiceNamespace = "http://www.e-boekhouden.nl/soap";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize, // a line break in a note arrives as it was written
    };

    public static ReadOnlyMemory<byte> Write<T>(SoapCall<T> call)
    {
        var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, Settings))
        {
            writer.WriteStartElement("soap", "Envelope", EnvelopeNamespace);
            writer.WriteStartElement("soap", "Body", EnvelopeNamespace);
            writer.WriteStartElement(call.Operation, ServiceNamespace);
            call.WriteBody(writer);
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
