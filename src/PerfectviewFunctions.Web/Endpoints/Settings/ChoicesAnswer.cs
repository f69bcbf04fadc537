using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Settings;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>What can be chosen in a VAT mapping and for debtors.</summary>
internal sealed record ChoicesAnswer(
    IReadOnlyList<VatCodeAnswer> VatCodes, IReadOnlyList<AccountAnswer> RevenueAccounts, IReadOnlyList<AccountAnswer> DebtorAccounts)
{
    public static ChoicesAnswer Of(IReadOnlyList<LedgerAccount> accounts) => new(
        [.. Core.Mapping.VatCodes.SalesCodes.Select(VatCodeAnswer.Of)],
        AccountAnswer.Of(accounts, AccountCategory.ProfitAndLoss),
        AccountAnswer.Of(accounts, AccountCategory.Debtors));
}

/// <param name="Percentage">Absent when any rate goes.</param>
/// <param name="From">The first invoice date it is right for.</param>
/// <param name="Until">The last one.</param>
/// <param name="SuggestedFor">The rows of the mapping that it is suggested for.</param>
internal sealed record VatCodeAnswer(
    string Code, string Text, decimal? Percentage, DateOnly? From, DateOnly? Until, IReadOnlyList<string> SuggestedFor)
{
    public static VatCodeAnswer Of(VatCode code) => new(code.Code, code.Text, code.Percentage, code.From, code.Until, code.SuggestedFor);
}

internal sealed record AccountAnswer(string Code, string Description)
{
    public static IReadOnlyList<AccountAnswer> Of(IReadOnlyList<LedgerAccount> accounts, string category) =>
        [.. AccountCategory.Only(category, accounts).Select(account => new AccountAnswer(account.Code, account.Description))];
}
