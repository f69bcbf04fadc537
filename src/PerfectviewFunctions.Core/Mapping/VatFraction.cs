using System.Numerics;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>A VAT rate as a fraction in lowest terms: 21% is 21/100, 6% is 3/50, 5.5% is 11/200, 0% is 0/1.</summary>
internal sealed record VatFraction(long Numerator, long Denominator)
{
    /// <param name="rate">In percent, from 0 to 100 and with few decimals, as VAT rates are.</param>
    public static VatFraction Of(decimal rate)
    {
        long denominator = 100;
        while (rate != decimal.Truncate(rate))
        {
            rate *= 10;
            denominator *= 10;
        }

        var numerator = (long)rate;
        var common = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new VatFraction(numerator / common, denominator / common);
    }

    /// <summary>VAT on an amount that excludes it.</summary>
    public BigInteger On(BigInteger net) => HalfAway.Divide(net * Numerator, Denominator);

    /// <summary>VAT in an amount that includes it.</summary>
    public BigInteger In(BigInteger gross) => HalfAway.Divide(gross * Numerator, Denominator + Numerator);
}
