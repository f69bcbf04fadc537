using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Settings;

namespace PerfectviewFunctions.Web.Pages.Mapping;

/// <summary>The ledger accounts to choose from, as the books have them at this moment.</summary>
/// <param name="Accounts">Null when the books gave no list.</param>
/// <param name="Reason">Why they did not.</param>
public sealed record LedgerChoices(IReadOnlyList<LedgerAccount>? Accounts, Reason? Reason)
{
    public bool IsLive => Accounts is not null;

    public IReadOnlyList<LedgerAccount> Revenue => AccountCategory.Only(AccountCategory.ProfitAndLoss, Accounts ?? []);

    public IReadOnlyList<LedgerAccount> Debtors => AccountCategory.Only(AccountCategory.Debtors, Accounts ?? []);

    public static LedgerChoices Of(AccountsRead read) => read switch
    {
        AccountsRead.Found found => new(found.Accounts, null),
        AccountsRead.NotLinked => new(null, Reason.Of(ReasonCode.NotLinked)),
        AccountsRead.Unavailable unavailable => new(null, unavailable.Reason),
        _ => throw new InvalidOperationException("Accounts read in an unknown way."),
    };

    /// <summary>An account as a bookkeeper names it: <c>8000 – Omzet groep 1</c>; its code alone while its name is not known.</summary>
    public string NameOf(string code) => Accounts?.FirstOrDefault(account => account.Code == code) is { } known ? NameOf(known) : code;

    public static string NameOf(LedgerAccount account) => $"{account.Code} – {account.Description}";

    /// <summary>While the books can't be asked, what is saved counts as right.</summary>
    public MappingRowState StateOf(VatMappingRow? saved) => (saved, Accounts?.FirstOrDefault(account => account.Code == saved?.Account)) switch
    {
        (null, _) => MappingRowState.NotSet,
        (_, null) => IsLive ? MappingRowState.AccountGone : MappingRowState.Set,
        (_, { Category: AccountCategory.ProfitAndLoss }) => MappingRowState.Set,
        _ => MappingRowState.NoRevenueAccount,
    };
}
