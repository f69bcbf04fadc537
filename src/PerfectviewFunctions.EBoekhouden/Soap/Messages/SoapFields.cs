using System.Globalization;
using System.Xml;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>
/// Values in the forms the service takes, independent of the culture of the machine: manual Soap 5.5 §5. Every element is always
/// written; an unused text is empty, an unused number 0.
/// </summary>
internal static class SoapFields
{
    public static void Session(this XmlWriter writer, SoapSession session)
    {
        writer.Text("SessionID", session.Id);
        writer.Text("SecurityCode2", session.SecurityCode2);
    }

    public static void Group(this XmlWriter writer, string name, Action writeFields)
    {
        writer.WriteStartElement(name, SoapEnvelope.ServiceNamespace);
        writeFields();
        writer.WriteEndElement();
    }

    public static void Text(this XmlWriter writer, string name, string value = "") =>
        writer.WriteElementString(name, SoapEnvelope.ServiceNamespace, CleanText.Of(value));

    public static void Number(this XmlWriter writer, string name, long value = 0) =>
        writer.Text(name, value.ToString(CultureInfo.InvariantCulture));

    public static void Date(this XmlWriter writer, string name, DateOnly value) =>
        writer.Text(name, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <exception cref="ArgumentOutOfRangeException">More than two decimals: another amount than was decided would be booked.</exception>
    public static void Amount(this XmlWriter writer, string name, decimal value)
    {
        if (decimal.Round(value, 2) != value)
        {
            throw new ArgumentOutOfRangeException(name, value, "An amount has at most two decimals.");
        }

        writer.Text(name, value.ToString("0.00", CultureInfo.InvariantCulture));
    }
}
