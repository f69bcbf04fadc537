using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Cards;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages.Relations;

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
