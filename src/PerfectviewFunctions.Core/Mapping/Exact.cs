using System.Numerics;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>
/// A decimal number without bounds. A product of <see cref="decimal"/>s throws when it is too large and is rounded when it has over 28
/// digits; this one does neither, so the only rounding is the one to cents.
/// </summary>
internal readonly record struct Exact(BigInteger Mantissa, int Scale)
{
    public static Exact Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new Exact(value < 0 ? -mantissa : mantissa, value.Scale);
    }

    public static Exact operator *(Exact left, Exact right) => new(left.Mantissa * right.Mantissa, left.Scale + right.Scale);

    public static Exact operator -(Exact left, Exact right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new Exact(left.MantissaAt(scale) - right.MantissaAt(scale), scale);
    }

    /// <summary>Half a cent away from zero.</summary>
    public BigInteger RoundToCents() => HalfAway.Divide(Mantissa * 100, BigInteger.Pow(10, Scale));

    private BigInteger MantissaAt(int scale) => Mantissa * BigInteger.Pow(10, scale - Scale);
}
