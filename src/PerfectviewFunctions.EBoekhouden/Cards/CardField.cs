using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.EBoekhouden.Cards;

/// <summary>One field of a relation: how its text becomes part of a card, and what is sent of it.</summary>
/// <param name="Name">As the service calls it.</param>
internal abstract record CardField(string Name)
{
    /// <summary>What is sent. In <paramref name="rest"/> stands what came for it and the card itself can't hold.</summary>
    public abstract string TextOf(DebtorCard card, IReadOnlyDictionary<string, string> rest);

    /// <summary>Takes a text that came; what the card can't hold of it is put into <paramref name="rest"/>.</summary>
    public abstract DebtorCard Take(string text, DebtorCard card, IDictionary<string, string> rest);
}

/// <summary>A field that the card knows.</summary>
internal sealed record OwnField(string Name, Func<DebtorCard, string> Get, Func<DebtorCard, string, DebtorCard> Set) : CardField(Name)
{
    /// <summary>
    /// The text that came, as long as the card says the same: another spelling (M for m) or a value the card has no word for goes back
    /// unharmed until Perfectview says something else.
    /// </summary>
    public override string TextOf(DebtorCard card, IReadOnlyDictionary<string, string> rest)
    {
        var text = Get(card);
        return rest.TryGetValue(Name, out var came) && Get(Set(card, came)) == text ? came : text;
    }

    public override DebtorCard Take(string text, DebtorCard card, IDictionary<string, string> rest)
    {
        var taken = Set(card, text);
        if (text.Length > 0 && Get(taken) != text)
        {
            rest[Name] = text;
        }

        return taken;
    }

    /// <param name="names">Of street, postal code, city and country.</param>
    public static IEnumerable<OwnField> Address(
        IReadOnlyList<string> names, Func<DebtorCard, DebtorAddress> get, Func<DebtorCard, DebtorAddress, DebtorCard> set) =>
    [
        new(names[0], card => get(card).Street, (card, text) => set(card, get(card) with { Street = text })),
        new(names[1], card => get(card).PostalCode, (card, text) => set(card, get(card) with { PostalCode = text })),
        new(names[2], card => get(card).City, (card, text) => set(card, get(card) with { City = text })),
        new(names[3], card => get(card).Country, (card, text) => set(card, get(card) with { Country = text })),
    ];

    public static string GenderIn(string text) => text switch
    {
        "m" or "M" => "m",
        "v" or "V" => "v",
        _ => "",
    };

    /// <summary>XML has one line end; whether the service writes a carriage return in a form that survives it makes no other note.</summary>
    public static string LinesIn(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
