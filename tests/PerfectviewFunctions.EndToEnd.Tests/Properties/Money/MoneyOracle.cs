namespace PerfectviewFunctions.EndToEnd.Tests.Properties.Money;

/// <summary>What must become of an invoice.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>Exactly these amounts per category stand in the books.</summary>
    public sealed record Booked(IReadOnlyList<Group> Groups) : Verdict;

    /// <summary>It is held back for one of these reasons.</summary>
    public sealed record HeldBack(params IReadOnlyList<string> Reasons) : Verdict;

    /// <summary>Nothing is left of it: it is ignored.</summary>
    public sealed record Ignored : Verdict;

    /// <summary>Its VAT deviates so much that it hangs on exact halves whether the lines of one booking will do: either it is booked as it is, or held back.</summary>
    public sealed record OnTheEdge(IReadOnlyList<Group> Groups) : Verdict;
}

/// <summary>
/// Judges an invoice from the contract and the books' own rules alone. A booking line may deviate from net x rate by less than half a cent,
/// which bounds from both sides how many lines a category needs.
/// </summary>
/// <param name="Inclusive">The tenant's choice for prices including VAT without printed totals.</param>
/// <param name="ReverseChargeRefused">Whether the books take VERL_VERK only with a percentage that we do not send.</param>
/// <param name="MostLines">Of one booking.</param>
internal sealed record MoneyOracle(Rounding Inclusive, bool ReverseChargeRefused, int MostLines = 100)
{
    public static readonly string[] TooFar = ["too-many-lines", "vat-not-explained"];

    public Verdict Judge(Sale sale) => sale.Mistake switch
    {
        Mistake.Dollars => new Verdict.HeldBack("currency-not-euro"),
        Mistake.SixPercentToday => new Verdict.HeldBack("vat-rate-6-after-2018"),
        Mistake.VatInZeroCategory => new Verdict.HeldBack("vat-in-zero-category"),
        Mistake.CategoryLeftOut => new Verdict.HeldBack("lines-not-in-vat-totals"),
        _ => JudgeAmounts(sale),
    };

    private Verdict JudgeAmounts(Sale sale)
    {
        IReadOnlyList<Group>[] candidates = sale switch
        {
            { PrintsVat: true } => [sale.Printed],
            { PricesIncludeVat: true } => [sale.Groups(Inclusive)],
            _ => [sale.Groups(Rounding.PerGroup), sale.Groups(Rounding.PerLine)],
        };
        if (candidates.FirstOrDefault(groups => groups.Sum(group => group.Net + group.Vat) == sale.Total) is not { } found)
        {
            return new Verdict.HeldBack("totals-do-not-add-up");
        }

        var groups = found.Where(group => group.Net != 0 || group.Vat != 0).ToList();
        if (groups.Count == 0)
        {
            return new Verdict.Ignored();
        }

        if (groups.Sum(group => LinesNeeded(sale, group, exactHalves: true)) > MostLines)
        {
            return new Verdict.HeldBack(TooFar);
        }

        if (groups.Sum(group => LinesNeeded(sale, group, exactHalves: false)) > MostLines)
        {
            return new Verdict.OnTheEdge(groups);
        }

        return ReverseChargeRefused && groups.Any(group => group.Category == "NL_REVERSE_CHARGE")
            ? new Verdict.HeldBack("CMUT011")
            : new Verdict.Booked(groups);
    }

    private static int LinesNeeded(Sale sale, Group group, bool exactHalves)
    {
        // In parts of a cent, the smallest that net x rate can give: hundredths, or fiftieths at 6%.
        var parts = sale.RateOf(group.Category) switch { 0m => 1, 6m => 50, _ => 100 };
        var most = exactHalves ? parts / 2m : (parts - 1) / 2;
        var deviation = Math.Abs((group.Net * sale.RateOf(group.Category) / 100) - group.Vat) * 100 * parts;
        return deviation == 0 ? 1 : Math.Max(1, (int)Math.Ceiling(deviation / most));
    }
}
