using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>What of a tenant's choices does not fit an administration: invoices would be refused there.</summary>
internal static class TestWarnings
{
    public static IReadOnlyList<Reason> Of(Tenant tenant, IReadOnlyList<LedgerAccount> accounts)
    {
        var categories = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            categories.TryAdd(account.Code, account.Category);
        }

        List<Reason> warnings = [.. OnDebtorAccount(tenant.Settings.DebtorAccount, categories), .. OnRevenueAccounts(tenant.Mapping, categories)];
        if (tenant.Mapping.Rows.Count == 0)
        {
            warnings.Add(Reason.Of(ReasonCode.NothingMapped));
        }

        return warnings;
    }

    private static IEnumerable<Reason> OnDebtorAccount(string account, Dictionary<string, string> categories)
    {
        if (!categories.TryGetValue(account, out var category))
        {
            yield return Reason.Of(ReasonCode.DebtorAccountMissing, ("account", account));
        }
        else if (!Is(category, AccountCategory.Debtors))
        {
            yield return Reason.Of(ReasonCode.DebtorAccountOfOtherKind, ("account", account), ("category", category));
        }
    }

    private static IEnumerable<Reason> OnRevenueAccounts(VatMapping mapping, Dictionary<string, string> categories)
    {
        foreach (var rows in mapping.Rows.GroupBy(row => row.Value.Account, StringComparer.Ordinal).OrderBy(rows => rows.Key, StringComparer.Ordinal))
        {
            var labels = string.Join(", ", VatCategory.Rows.Where(row => rows.Any(one => one.Key == row)).Select(VatCategory.Label));
            if (!categories.TryGetValue(rows.Key, out var category))
            {
                yield return Reason.Of(ReasonCode.RevenueAccountMissing, ("account", rows.Key), ("rows", labels));
            }
            else if (!Is(category, AccountCategory.ProfitAndLoss))
            {
                yield return Reason.Of(
                    ReasonCode.RevenueAccountOfOtherKind, ("account", rows.Key), ("category", category), ("rows", labels));
            }
        }
    }

    private static bool Is(string category, string expected) => category.Trim().Equals(expected, StringComparison.OrdinalIgnoreCase);
}
