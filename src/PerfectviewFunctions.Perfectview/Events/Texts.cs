using PerfectviewFunctions.Perfectview.Fields;

namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>What the texts of an event may be. The lengths fit storage, and most of them e-Boekhouden.</summary>
internal static class Texts
{
    public static readonly TextRule EventId = TextRule.Exactly(
        text => text.Length is >= 1 and <= 64 && !text.AsSpan().ContainsAnyExceptInRange('!', '~'), "1 to 64 visible ASCII characters");
    public static readonly TextRule Type = TextRule.Key(64);
    public static readonly TextRule InvoiceNumber = TextRule.Key(50);
    public static readonly TextRule Currency = TextRule.Exactly(
        text => text.Length == 3 && text.All(char.IsAsciiLetterUpper), "a currency of three capital letters such as \"EUR\"");
    public static readonly TextRule Reference = TextRule.Line(200);
    public static readonly TextRule LineDescription = TextRule.Paragraphs(500);
    public static readonly TextRule VatCategory = TextRule.Key(40);

    public static readonly TextRule RelationId = TextRule.Key(64);
    public static readonly TextRule RelationType = TextRule.Exactly(text => text is "organisation" or "person", "\"organisation\" or \"person\"");
    public static readonly TextRule Gender = TextRule.ExactlyOrBlank(text => text is "m" or "v", "\"m\" or \"v\"");
    public static readonly TextRule Name = TextRule.Anything(200);
    public static readonly TextRule NamePart = TextRule.Anything(100);
    public static readonly TextRule Code = TextRule.Anything(50);
    public static readonly TextRule AddressPart = TextRule.Anything(150);
    public static readonly TextRule Phone = TextRule.Anything(150);
    public static readonly TextRule Contact = TextRule.Anything(500);
    public static readonly TextRule Note = TextRule.Anything(4000);
}
