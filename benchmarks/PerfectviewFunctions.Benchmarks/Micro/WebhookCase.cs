using System.Globalization;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>An invoice event to measure with.</summary>
/// <param name="Lines">Of the invoice; each becomes a line of the booking.</param>
/// <param name="Bytes">Of its body at least: fields that we do not know make up for what the invoice lacks.</param>
public sealed record WebhookCase(int Lines, int Bytes)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Lines} lines{(Bytes > 0 ? $", {Bytes / 1000} kB" : "")}");
}
