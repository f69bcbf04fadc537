using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>Which ledger account the debtors of a booking stand on, by the accounts that there are.</summary>
internal static class DebtorAccountRule
{
    public const string Pointer = "/debtorAccount";

    private const int MostListed = 20;

    public static FieldFault? Check(string code, IReadOnlyList<LedgerAccount> accounts)
    {
        var account = accounts.FirstOrDefault(known => known.Code == code);
        if (account?.Category == AccountCategory.Debtors)
        {
            return null;
        }

        var debtors = accounts.Where(known => known.Category == AccountCategory.Debtors).ToList();
        var named = debtors.Take(MostListed).Select(known => $"{known.Code} {known.Description}").ToList();
        var (choiceNl, choiceEn) = named.Count == 0
            ? ("Er is geen debiteurenrekening. Maak er in e-Boekhouden een aan (categorie Debiteuren).",
                "There is no debtors account. Make one in e-Boekhouden (category Debiteuren).")
            : ($"Kies {Choice.Listed(named, "of")}.", $"Choose {Choice.Listed(named, "or")}.");
        return account is null
            ? new(Pointer, $"Grootboekrekening {code} bestaat niet in e-Boekhouden. {choiceNl}", $"There is no ledger account {code} in e-Boekhouden. {choiceEn}")
            : new(
                Pointer,
                $"Grootboekrekening {code} {account.Description} is geen debiteurenrekening. {choiceNl}",
                $"Ledger account {code} {account.Description} is no debtors account. {choiceEn}");
    }
}
