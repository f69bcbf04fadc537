using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>Reads the ledger accounts of a tenant's administration at the moment somebody chooses one.</summary>
public sealed class LiveAccounts
{
    private readonly TenantSecrets secrets;
    private readonly AdministrationKeys keys;
    private readonly KnownAdministrations administrations;
    private readonly IBookkeeping books;

    internal LiveAccounts(TenantSecrets secrets, AdministrationKeys keys, KnownAdministrations administrations, IBookkeeping books)
    {
        this.secrets = secrets;
        this.keys = keys;
        this.administrations = administrations;
        this.books = books;
    }

    public async Task<AccountsRead> ReadAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (tenant.State != TenantState.Linked || await secrets.BookkeepingAsync(tenant.Id, SecretAge.AfterRefusal, cancellationToken) is not { } credentials)
        {
            return new AccountsRead.NotLinked();
        }

        switch (await books.ReadLedgerAccountsAsync(credentials, cancellationToken))
        {
            case Answer<IReadOnlyList<LedgerAccount>>.Success { Value: var accounts }:
                if (await keys.OfAsync(credentials, cancellationToken) is { } key)
                {
                    await administrations.KeepAsync(key, LedgerPrint.Of(accounts), cancellationToken);
                }

                return new AccountsRead.Found(accounts);
            case Answer<IReadOnlyList<LedgerAccount>>.Refused refused:
                return new AccountsRead.Unavailable(ReasonOf(refused.Code, refused.Text));
            case Answer<IReadOnlyList<LedgerAccount>>.NotDone notDone:
                return new AccountsRead.Unavailable(ReasonOf(notDone.Code, null));
            case Answer<IReadOnlyList<LedgerAccount>>.Unclear unclear:
                return new AccountsRead.Unavailable(ReasonOf(unclear.Code, null));
            default:
                throw new InvalidOperationException("An answer of an unknown kind.");
        }
    }

    /// <summary>Refused credentials say best themselves what to do; the sentences of all else speak of invoices that wait.</summary>
    private static Reason ReasonOf(string code, string? text) =>
        Refusal.ClassOf(code) == ErrorClass.Connection ? Refusal.ToReason(code, text) : Reason.Of(ReasonCode.AccountsNotRead, ("code", code));
}

/// <summary>What is known of the ledger accounts.</summary>
public abstract record AccountsRead
{
    private AccountsRead()
    {
    }

    public sealed record Found(IReadOnlyList<LedgerAccount> Accounts) : AccountsRead;

    /// <summary>The tenant is not linked, or has no credentials.</summary>
    public sealed record NotLinked : AccountsRead;

    /// <summary>The books gave no list.</summary>
    public sealed record Unavailable(Reason Reason) : AccountsRead;
}

/// <summary>The categories of e-Boekhouden that a person can choose accounts of.</summary>
public static class AccountCategory
{
    /// <summary>Debtors.</summary>
    public const string Debtors = "DEB";

    /// <summary>Profit and loss (verlies en winst): revenue is booked there.</summary>
    public const string ProfitAndLoss = "VW";

    /// <summary>The accounts of a category, by code.</summary>
    public static IReadOnlyList<LedgerAccount> Only(string category, IReadOnlyList<LedgerAccount> accounts) =>
        [.. accounts.Where(account => account.Category == category).OrderBy(account => account.Code, StringComparer.Ordinal)];
}
