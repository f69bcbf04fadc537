using System.Buffers;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Web.Endpoints.Attention;

/// <summary>An invoice by its number, or an event by the key that the attention list gives, and why it is ignored.</summary>
internal sealed record IgnoreBody
{
    private const int LongestNumber = 50;
    private const int LongestKey = 256;

    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~!");

    public string? Number { get; init; }

    public string? Event { get; init; }

    public required string Reason { get; init; }

    public IReadOnlyList<FieldFault> Faults()
    {
        var faults = new List<FieldFault>();
        if ((Number is null) == (Event is null))
        {
            faults.Add(new("/number", "Geef óf een factuurnummer (number) óf een bericht (event).", "Give either an invoice number or an event."));
        }

        if (Number is { Length: 0 or > LongestNumber })
        {
            faults.Add(new(
                "/number", $"Een factuurnummer heeft 1 tot {LongestNumber} tekens.", $"An invoice number has 1 to {LongestNumber} characters."));
        }

        if (Event is not null && (Event.Length is 0 or > LongestKey || Event.AsSpan().ContainsAnyExcept(KeyCharacters)))
        {
            faults.Add(new("/event", "Geef de sleutel (key) van een bericht uit de lijst.", "Give the key of an event of the attention list."));
        }

        if (IgnoreReason.Of(Reason) is null)
        {
            faults.Add(new(
                "/reason",
                $"Schrijf in 1 tot {IgnoreReason.Longest} gewone tekens waarom.",
                $"Say why, in 1 to {IgnoreReason.Longest} plain characters."));
        }

        return faults;
    }
}
