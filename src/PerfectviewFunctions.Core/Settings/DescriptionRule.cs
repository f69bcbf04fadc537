using System.Text.RegularExpressions;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>What the description of bookings may be made of.</summary>
internal static partial class DescriptionRule
{
    private const string Pointer = "/description";
    private const int MaxLength = 200;
    private const string KnownNl = "Gebruik alleen {number} (het factuurnummer), {debtor} (de debiteur) en {reference} (de referentie).";
    private const string KnownEn = "Use only {number} (the invoice number), {debtor} (the debtor) and {reference} (the reference).";

    public static IEnumerable<FieldFault> Check(string description)
    {
        if (string.IsNullOrWhiteSpace(description) || description.Length > MaxLength || description.Any(char.IsControl))
        {
            yield return new(
                Pointer,
                $"De omschrijving heeft 1 tot {MaxLength} tekens, zonder regeleinden. Vul tekst in, of een van de plaatsen {{number}}, "
                + "{debtor} en {reference}.",
                $"The description has 1 to {MaxLength} characters, without line breaks. Enter text, or one of the places {{number}}, {{debtor}} "
                + "and {reference}.");
            yield break;
        }

        if (SecretLook.IsIn(description))
        {
            yield return SecretLook.FaultAt(Pointer);
            yield break;
        }

        var unknown = Place().Matches(description).Select(match => match.Value).Except(["{number}", "{debtor}", "{reference}"]).ToList();
        if (unknown.Count > 0)
        {
            // By name only where it is one: what else stands between braces may not be meant for others.
            var named = unknown.Where(place => SentValue.IsPlainName(place[1..^1])).ToList();
            var (nl, en) = named.Count == unknown.Count ? (Choice.Listed(named, "en"), Choice.Listed(named, "and")) : ("een plaats", "a place");
            yield return new(
                Pointer,
                $"De omschrijving noemt {nl}, en dat kent de koppeling niet. {KnownNl}",
                $"The description names {en}, which the link does not know. {KnownEn}");
        }
        else if (Place().Replace(description, "").AsSpan().ContainsAny('{', '}'))
        {
            yield return new(
                Pointer,
                $"De omschrijving heeft een losse accolade. {KnownNl}",
                $"The description has a brace without its other half. {KnownEn}");
        }
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
