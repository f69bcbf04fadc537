using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>Which number prefixes can stand beside each other. The books compare numbers without regard to case, so this does too.</summary>
internal static class PrefixRule
{
    private const string Pointer = "/numberPrefix";

    public static PrefixClash? ClashOf(string ours, string anothers) => (ours, anothers) switch
    {
        ({ Length: 0 }, _) => PrefixClash.OursEmpty,
        (_, { Length: 0 }) => PrefixClash.AnothersEmpty,
        _ when ours.Equals(anothers, StringComparison.OrdinalIgnoreCase) => PrefixClash.Equal,
        _ when ours.StartsWith(anothers, StringComparison.OrdinalIgnoreCase) || anothers.StartsWith(ours, StringComparison.OrdinalIgnoreCase) =>
            PrefixClash.BeginsAnother,
        _ => null,
    };

    public static FieldFault FaultOf(PrefixClash kind) => kind switch
    {
        PrefixClash.OursEmpty => new(
            Pointer,
            "Een andere koppeling boekt in dezelfde administratie. Kies een voorvoegsel, zodat de factuurnummers uit elkaar te houden zijn.",
            "Another link books in the same administration. Choose a prefix, so that the invoice numbers can be told apart."),
        PrefixClash.AnothersEmpty => new(
            Pointer,
            "Een andere koppeling boekt in dezelfde administratie zonder voorvoegsel. Geef eerst die koppeling een voorvoegsel.",
            "Another link books in the same administration without a prefix. Give that link a prefix first."),
        PrefixClash.Equal => new(
            Pointer,
            "Een andere koppeling in dezelfde administratie gebruikt dit voorvoegsel al. Kies een ander voorvoegsel.",
            "Another link in the same administration uses this prefix already. Choose another prefix."),
        PrefixClash.BeginsAnother => new(
            Pointer,
            "Dit voorvoegsel en dat van een andere koppeling in dezelfde administratie beginnen hetzelfde: het ene is het begin van het "
            + "andere. Kies een voorvoegsel dat anders begint.",
            "This prefix and that of another link in the same administration start alike: the one is the beginning of the other. Choose a "
            + "prefix that starts differently."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A clash of an unknown kind."),
    };
}
