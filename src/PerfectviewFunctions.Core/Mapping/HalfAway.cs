using System.Numerics;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>The one rounding of money here: to the nearest whole, halves away from zero.</summary>
internal static class HalfAway
{
    /// <param name="denominator">Above zero.</param>
    public static BigInteger Divide(BigInteger numerator, BigInteger denominator) =>
        numerator.Sign * (((2 * BigInteger.Abs(numerator)) + denominator) / (2 * denominator));
}
