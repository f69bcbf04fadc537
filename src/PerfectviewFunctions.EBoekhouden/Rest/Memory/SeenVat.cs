using System.Collections.Concurrent;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Vat;

namespace PerfectviewFunctions.EBoekhouden.Rest.Memory;

/// <summary>The VAT codes of which a booking was seen to stand in the books as it was meant.</summary>
internal sealed class SeenVat
{
    private readonly ConcurrentDictionary<(string VatCode, VatForm Form), bool> seen = new();

    /// <summary>Whether a booking of that shape needs no reading after it.</summary>
    public bool IsSure(IReadOnlyList<BookingLine> lines, VatShape shape) =>
        shape.IsCertain && lines.All(line => seen.ContainsKey((line.VatCode, shape.Form)));

    /// <summary>Learns from what a booking became. One that became something else unteaches its codes.</summary>
    public void Saw(IReadOnlyList<BookingLine> lines, VatForm form, IReadOnlyList<BookedLine> booked)
    {
        foreach (var (code, meant) in VatShape.Meant(lines))
        {
            var found = booked.Where(line => line.VatCode == code).ToList();
            if ((found.Sum(line => line.Net), found.Sum(line => line.Vat)) == meant)
            {
                seen[(code, form)] = true;
            }
            else
            {
                seen.TryRemove((code, form), out _);
            }
        }
    }
}
