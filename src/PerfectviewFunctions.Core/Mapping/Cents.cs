using System.Globalization;
using System.Numerics;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>Amounts of money as whole cents.</summary>
internal static class Cents
{
    /// <summary>Fifteen digits: the list of open items gives amounts as doubles, which hold no more to the cent.</summary>
    private const long Limit = 999_999_999_999_999;

    /// <summary>How an amount is shown that is too large to book.</summary>
    public const string BeyondLimit = "> 9999999999999.99";

    public static bool AreBookable(BigInteger cents) => BigInteger.Abs(cents) <= Limit;

    /// <returns>False when the amount has a part of a cent.</returns>
    public static bool TryOf(decimal amount, out BigInteger cents)
    {
        cents = Exact.Of(amount).RoundToCents();
        return decimal.Round(amount, 2, MidpointRounding.ToZero) == amount;
    }

    /// <param name="amount">Whole cents, within <see cref="AreBookable"/>.</param>
    public static long Of(decimal amount) => (long)(amount * 100m);

    /// <param name="cents">Within <see cref="AreBookable"/>.</param>
    /// <returns>An amount that keeps its two decimals when written.</returns>
    public static decimal ToAmount(BigInteger cents) => (long)cents * 0.01m;

    public static string Text(BigInteger cents) => AreBookable(cents) ? Text(ToAmount(cents)) : BeyondLimit;

    public static string Text(decimal amount) => amount.ToString("0.00##########", CultureInfo.InvariantCulture);
}
