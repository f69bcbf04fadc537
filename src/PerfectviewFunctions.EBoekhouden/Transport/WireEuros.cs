namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>Amounts of answers.</summary>
internal static class WireEuros
{
    /// <summary>A hundred times what the books take in one line, and far below what makes a sum of a list overflow; in euros.</summary>
    private const decimal Most = 1_000_000_000_000_000m;

    /// <summary>Rounded to cents; null for an amount that no books hold.</summary>
    public static decimal? Of(decimal amount) => Math.Abs(amount) <= Most ? decimal.Round(amount, 2, MidpointRounding.AwayFromZero) : null;
}
