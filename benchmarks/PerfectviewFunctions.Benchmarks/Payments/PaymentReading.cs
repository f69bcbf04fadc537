using System.Globalization;

namespace PerfectviewFunctions.Benchmarks.Payments;

/// <summary>What one reading of all payments took.</summary>
/// <param name="Lists">Calls of GetOpenPosten.</param>
/// <param name="LookUps">Calls of GetMutaties.</param>
/// <param name="Calls">All calls to the books, those for sessions among them.</param>
/// <param name="Changed">Invoices that stand otherwise than before.</param>
internal sealed record PaymentReading(
    TimeSpan Took, int Lists, int LookUps, int Calls, int Changed, int MostAtOnce, long PeakBytes, long AllocatedBytes)
{
    public const string Head = "seconds  lists  look-ups  changed  at once  peak MB  allocated MB";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Took.TotalSeconds,7:0.0} {Lists,6} {LookUps,9} {Changed,8} {MostAtOnce,8} {PeakBytes >> 20,8} {AllocatedBytes >> 20,13}");
}
