namespace PerfectviewFunctions.Core.Relations;

/// <summary>Numbers in the one form in which they are compared, however somebody typed them into the books.</summary>
internal static class Compared
{
    public static string VatNumber(string? text) => Cards.VatNumber.Judge(text ?? "").Value ?? Words.Bare(text);

    public static string ChamberOfCommerceNumber(string? text) => Cards.ChamberOfCommerceNumber.Judge(text ?? "").Value ?? Words.Bare(text);
}
