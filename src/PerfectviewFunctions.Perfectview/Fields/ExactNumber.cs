using System.Globalization;

namespace PerfectviewFunctions.Perfectview.Fields;

/// <summary>
/// A JSON number without any rounding: <c>Digits x 10^Exponent</c>, the digits without zeros at either end, none for zero.
/// </summary>
internal readonly record struct ExactNumber(bool IsNegative, string Digits, long Exponent)
{
    // Beyond this no digits a request can hold bring the value back into range.
    private const long ExponentLimit = 1_000_000_000_000;
    private const int DecimalDigits = 28;

    /// <summary>Decimals the value needs, however it was written: 1.10 needs one.</summary>
    public long Decimals => Math.Max(0, -Exponent);

    /// <summary>Takes a valid JSON number as written.</summary>
    public static ExactNumber Parse(string written)
    {
        var negative = written.StartsWith('-');
        var mantissa = written.AsSpan(negative ? 1 : 0);
        var exponent = 0L;
        if (mantissa.IndexOfAny('e', 'E') is >= 0 and var at)
        {
            exponent = ParseExponent(mantissa[(at + 1)..]);
            mantissa = mantissa[..at];
        }

        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;

        var significant = digits.TrimEnd('0');
        exponent += digits.Length - significant.Length;
        significant = significant.TrimStart('0');
        return significant.Length == 0 ? new ExactNumber(false, "", 0) : new ExactNumber(negative, significant, exponent);
    }

    /// <summary>The value; null when a decimal can't hold it exactly. Minus zero is zero.</summary>
    public decimal? ToDecimal()
    {
        if (Digits.Length == 0)
        {
            return 0m;
        }

        if (Decimals > DecimalDigits || Digits.Length > DecimalDigits || Digits.Length + Exponent > DecimalDigits)
        {
            return null;
        }

        var written = string.Create(CultureInfo.InvariantCulture, $"{(IsNegative ? "-" : "")}{Digits}E{Exponent}");
        return decimal.Parse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
    }

    private static long ParseExponent(ReadOnlySpan<char> written)
    {
        var negative = written[0] == '-';
        var value = 0L;
        foreach (var digit in written.TrimStart("+-"))
        {
            value = Math.Min(ExponentLimit, (value * 10) + (digit - '0'));
        }

        return negative ? -value : value;
    }
}
