using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>The relations of an administration at one moment, found by the facts that no filter of the API knows: all of them, or those that a look found.</summary>
internal sealed class DebtorIndex
{
    private readonly IReadOnlyList<BookedDebtor> all;
    private readonly Dictionary<long, BookedDebtor> byId = [];
    private readonly Dictionary<string, BookedDebtor> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, BookedDebtor> byVatNumber;
    private readonly ILookup<string, BookedDebtor> byChamberOfCommerceNumber;
    private readonly ILookup<string, BookedDebtor> byName;

    public DebtorIndex(IReadOnlyList<BookedDebtor> debtors, bool isWhole)
    {
        (all, IsWhole) = (debtors, isWhole);
        foreach (var debtor in debtors)
        {
            byId.TryAdd(debtor.Id, debtor);
            byCode.TryAdd(debtor.Code.Trim(), debtor);
        }

        byVatNumber = debtors.ToLookup(debtor => Compared.VatNumber(debtor.VatNumber), StringComparer.Ordinal);
        byChamberOfCommerceNumber = debtors.ToLookup(debtor => Compared.ChamberOfCommerceNumber(debtor.ChamberOfCommerceNumber), StringComparer.Ordinal);
        byName = debtors.ToLookup(debtor => Words.Bare(debtor.Name), StringComparer.Ordinal);
    }

    public int Count => all.Count;

    /// <summary>Whether what is not in it is not in the books.</summary>
    public bool IsWhole { get; }

    /// <summary>The index with one that was created, or as it stands since it was changed.</summary>
    public DebtorIndex With(BookedDebtor debtor) => new([.. all.Where(known => known.Id != debtor.Id), debtor], IsWhole);

    public BookedDebtor? ById(long id) => byId.GetValueOrDefault(id);

    public BookedDebtor? ByCode(string code) => code.Length == 0 ? null : byCode.GetValueOrDefault(code);

    public IEnumerable<BookedDebtor> ByVatNumber(string bare) => bare.Length == 0 ? [] : byVatNumber[bare];

    public IEnumerable<BookedDebtor> ByChamberOfCommerceNumber(string bare) => bare.Length == 0 ? [] : byChamberOfCommerceNumber[bare];

    public IEnumerable<BookedDebtor> ByName(string bare) => bare.Length == 0 ? [] : byName[bare];
}
