using System.Numerics;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>Net and VAT in cents of a line, a printed row or a whole group.</summary>
internal readonly record struct GroupCents(string Category, decimal Rate, BigInteger Net, BigInteger Vat)
{
    public BigInteger Gross => Net + Vat;

    public bool IsBookable => Cents.AreBookable(Net) && Cents.AreBookable(Vat);

    public VatGroup ToGroup() => new(Category, Rate, Cents.ToAmount(Net), Cents.ToAmount(Vat));

    /// <summary>One row per category and rate.</summary>
    public static IReadOnlyList<GroupCents> Sum(IEnumerable<GroupCents> rows) =>
    [
        .. rows.GroupBy(
            row => (row.Category, row.Rate),
            (key, same) => same.Aggregate(
                new GroupCents(key.Category, key.Rate, 0, 0),
                (sum, row) => sum with { Net = sum.Net + row.Net, Vat = sum.Vat + row.Vat })),
    ];
}
