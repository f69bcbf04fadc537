using System.Globalization;
using System.Text.Json;
using PerfectviewFunctions.Perfectview.Json;

namespace PerfectviewFunctions.Perfectview.Fields;

/// <summary>What a number may be: its bounds, both included, and its decimals.</summary>
internal sealed record NumberRule(decimal Min, decimal Max, int Decimals)
{
    private const decimal Largest = 999_999_999.99m;

    /// <summary>An amount as printed.</summary>
    public static readonly NumberRule Money = new(-Largest, Largest, 2);

    /// <summary>A quantity or a price per unit.</summary>
    public static readonly NumberRule Fine = new(-Largest, Largest, 6);

    /// <summary>A discount in percent.</summary>
    public static readonly NumberRule Percentage = new(0, 100, 6);

    /// <summary>A VAT rate in percent.</summary>
    public static readonly NumberRule Rate = new(0, 100, 2);

    /// <summary>A payment term.</summary>
    public static readonly NumberRule Days = new(0, 9999, 0);

    public string Expected { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"a number from {Min} to {Max} {(Decimals == 0 ? "without decimals" : $"with at most {Decimals} decimals")}");

    public decimal? Read(JsonElement element, out string? fault)
    {
        fault = null;
        if (element.ValueKind == JsonValueKind.Number)
        {
            var number = ExactNumber.Parse(element.GetRawText());
            if (number.Decimals <= Decimals && number.ToDecimal() is { } value && value >= Min && value <= Max)
            {
                return value;
            }
        }

        fault = $"Found {Shown.Value(element)}; expected {Expected}.";
        return null;
    }
}
