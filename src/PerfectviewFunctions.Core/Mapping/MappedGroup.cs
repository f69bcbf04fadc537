using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>An amount to book under one VAT code, percentage and account: a group, or groups that share all three.</summary>
internal sealed record MappedGroup(string Category, string VatCode, decimal Percentage, string Account, decimal Net, decimal Vat)
{
    /// <summary>The categories of the groups in it.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [Category];

    /// <summary>The service's own check of a line at its strictest: net x percentage, rounded to the cent, is the VAT.</summary>
    public bool PassesAsOneLine => Cents.ToAmount(VatFraction.Of(Percentage).On(Cents.Of(Net))) == Vat;

    /// <summary>The parts it is booked in, each a line.</summary>
    public IReadOnlyList<BookingLine> ToLines(IReadOnlyList<VatPart> parts) =>
        [.. parts.Select(part => new BookingLine(Cents.ToAmount(part.Net), Cents.ToAmount(part.Vat), VatCode, Percentage, Account))];
}
