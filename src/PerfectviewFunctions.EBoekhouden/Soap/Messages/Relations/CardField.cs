using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages.Relations;

/// <summary>One element of cRelatie: how its text becomes part of a card, and what is sent of it.</summary>
/// <param name="Name">As in the WSDL.</param>
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
}

/// <summary>A field that is nobody's business here: it goes back as it came.</summary>
/// <param name="Unused">What is sent when nothing came.</param>
internal sealed record KeptField(string Name, string Unused = "") : CardField(Name)
{
    public override string TextOf(DebtorCard card, IReadOnlyDictionary<string, string> rest) => rest.GetValueOrDefault(Name, Unused);

    public override DebtorCard Take(string text, DebtorCard card, IDictionary<string, string> rest)
    {
        rest[Name] = text;
        return card;
    }
}

/// <summary>The same for a number (xs:long), which is never empty: 0 when unused.</summary>
internal sealed record KeptNumber(string Name) : CardField(Name)
{
    public override string TextOf(DebtorCard card, IReadOnlyDictionary<string, string> rest) =>
        rest.TryGetValue(Name, out var came) && came.Length > 0 ? came : "0";

    /// <exception cref="UnreadableAnswerException">It is none: sent back it would be a fault.</exception>
    public override DebtorCard Take(string text, DebtorCard card, IDictionary<string, string> rest)
    {
        var number = text.Trim();
        if (number.Length > 0 && !long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            throw new UnreadableAnswerException($"{Name} of a cRelatie: no number");
        }

        rest[Name] = number;
        return card;
    }
}
