using System.Globalization;
using System.Xml;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages.Relations;

/// <summary>A relation as cRelatie, both ways.</summary>
internal static class CardXml
{
    private const string Added = "AddDatum";

    private static readonly string[] DateForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-ddK"];

    private static readonly HashSet<string> Known = ["ID", Added, .. CardFields.InOrder.Select(field => field.Name)];

    /// <param name="today">Sent as AddDatum where none came: the service requires it and ignores it.</param>
    public static void Relation(this XmlWriter writer, BookedCard card, DateOnly today)
    {
        writer.Number("ID", card.Id);
        writer.Text(Added, AddedIn(card.Rest) ?? today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var field in CardFields.InOrder)
        {
            writer.Text(field.Name, field.TextOf(card.Card, card.Rest));
        }

        // What the service has begun to keep since the WSDL we know. An empty number would be a fault, so nothing empty.
        foreach (var (name, text) in card.Rest.Where(field => !Known.Contains(field.Key) && field.Value.Length > 0))
        {
            writer.Text(name, text);
        }
    }

    /// <exception cref="UnreadableAnswerException">It is no card.</exception>
    public static BookedCard Read(AnswerRow row)
    {
        var rest = row.Fields.Where(field => !Known.Contains(field.Key) || field.Key == Added).ToDictionary();
        var card = new DebtorCard("", IsPerson: false, "");
        foreach (var field in CardFields.InOrder)
        {
            if (row.Fields.TryGetValue(field.Name, out var text))
            {
                card = field.Take(text, card, rest);
            }
        }

        return new BookedCard(row.Number("ID"), card, rest);
    }

    private static string? AddedIn(IReadOnlyDictionary<string, string> rest) =>
        rest.TryGetValue(Added, out var text)
        && DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ? text
            : null;
}
