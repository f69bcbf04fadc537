using System.Globalization;
using System.Text.Json;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Answers;
using PerfectviewFunctions.EBoekhouden.Rest.Messages;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Cards;

/// <summary>A relation as JSON, both ways.</summary>
internal static class CardJson
{
    private const string Id = "id";

    /// <summary>What the card says; what is empty is left out.</summary>
    public static void WriteNew(Utf8JsonWriter writer, DebtorCard card)
    {
        foreach (var field in RestCardFields.All)
        {
            if (Sent(field, field.Own.Get(card)) is { Length: > 0 } text)
            {
                writer.Text(field.Own.Name, text);
            }
        }
    }

    /// <summary>
    /// What the card says, empty texts too. What the service keeps beside that is not sent: a PATCH changes nothing that it does not name.
    /// </summary>
    public static void WriteChanged(Utf8JsonWriter writer, BookedCard card)
    {
        foreach (var field in RestCardFields.All)
        {
            if (Sent(field, field.Own.TextOf(card.Card, card.Rest)) is { } text)
            {
                writer.Text(field.Own.Name, text);
            }
        }
    }

    /// <exception cref="UnreadableAnswerException">It is no relation.</exception>
    public static BookedCard Read(IReadOnlyDictionary<string, JsonElement> answer)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in answer)
        {
            texts[name] = TextOf(value);
        }

        var id = texts.GetValueOrDefault(Id, "");
        var (card, rest) = (new DebtorCard("", IsPerson: false, ""), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var field in RestCardFields.All)
        {
            if (texts.Remove(field.Own.Name, out var text))
            {
                card = field.Own.Take(text, card, rest);
            }
        }

        foreach (var (name, text) in texts.Where(text => text.Value.Length > 0 && !text.Key.Equals(Id, StringComparison.OrdinalIgnoreCase)))
        {
            rest[name] = text;
        }

        return new BookedCard(WireFacts.Id(long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, "relation"), card, rest);
    }

    private static string? Sent(RestCardField field, string text) => field.Fit(text) is { } fitting ? CleanText.Cut(fitting, field.Length) : null;

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => CleanText.Of(Decoded(value)),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    /// <summary>A text is decoded no earlier than it is asked for: the reader of the whole let its bytes pass.</summary>
    private static string Decoded(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableAnswerException("a text of a relation that is no UTF-8");
        }
    }
}
