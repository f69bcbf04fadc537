namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>
/// By what a relation is looked for, where the service has no list that says more than codes. No filter of its API knows VAT or Chamber-of-Commerce numbers:
/// these can only confirm what was found.
/// </summary>
/// <param name="Ids">The service's own ids.</param>
/// <param name="Codes">Relation codes.</param>
/// <param name="Email">Empty for none.</param>
/// <param name="Name">Empty for none.</param>
public sealed record DebtorLook(IReadOnlyList<long> Ids, IReadOnlyList<string> Codes, string Email = "", string Name = "")
{
    public static DebtorLook ByCode(string code) => new([], [code]);

    /// <summary>The same look, for one code more.</summary>
    public DebtorLook WithCode(string code) => Codes.Contains(code) ? this : this with { Codes = [code, .. Codes] };
}

/// <summary>Relations as the books have them.</summary>
/// <param name="IsWhole">Whether these are all of the administration; otherwise those that a look found.</param>
public sealed record DebtorList(IReadOnlyList<BookedDebtor> Debtors, bool IsWhole);
