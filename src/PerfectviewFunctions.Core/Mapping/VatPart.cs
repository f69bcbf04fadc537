namespace PerfectviewFunctions.Core.Mapping;

/// <summary>A part of a group, in cents, that passes the service's check by itself.</summary>
internal sealed record VatPart(Int128 Net, Int128 Vat)
{
    public static VatPart operator -(VatPart part) => new(-part.Net, -part.Vat);
}
