namespace PerfectviewFunctions.Sandbox;

/// <summary>What a new sandbox holds: one user, two administrations with the standard chart of accounts, no relations. All invented.</summary>
public static class SandboxDemo
{
    public const string UserName = "demo";

    public const string SecurityCode1 = "5a0d0b0c5a0d0b0c5a0d0b0c5a0d0b0c";

    /// <summary>Opens <see cref="AdministrationName"/>.</summary>
    public const string SecurityCode2 = "{11111111-DE30-4000-8000-000000000001}";

    /// <summary>Opens <see cref="SecondAdministrationName"/>.</summary>
    public const string SecondSecurityCode2 = "{22222222-DE30-4000-8000-000000000002}";

    /// <summary>Opens <see cref="AdministrationName"/> over REST.</summary>
    public const string ApiToken = "zandbak-api-token-00000000000001";

    /// <summary>Opens <see cref="SecondAdministrationName"/> over REST.</summary>
    public const string SecondApiToken = "zandbak-api-token-00000000000002";

    public const string AdministrationName = "Voorbeeld BV";

    public const string SecondAdministrationName = "Tweede Voorbeeld BV";

    public const string DebtorAccount = "1300";

    public const string BankAccount = "1010";

    public const string RevenueAccount = "8000";

    internal static BooksData NewBooks()
    {
        var first = AdministrationData.New(AdministrationName, Guid.Parse(SecurityCode2));
        var second = AdministrationData.New(
            SecondAdministrationName, Guid.Parse(SecondSecurityCode2), first.LedgerAccounts.Max(account => account.Id) + 1);
        AdministrationData[] administrations = [first, second];
        var user = new SandboxUser(UserName, SecurityCode1, [.. administrations.Select(administration => administration.SecurityCode2)]);
        return new BooksData([user], administrations);
    }

    /// <summary>For the demo's administrations among these books, when they come from before there were tokens.</summary>
    internal static IReadOnlyList<SandboxApiToken> TokensFor(BooksData books) =>
    [
        .. new[]
            {
                new SandboxApiToken(ApiToken, UserName, Guid.Parse(SecurityCode2)),
                new SandboxApiToken(SecondApiToken, UserName, Guid.Parse(SecondSecurityCode2)),
            }
            .Where(token => books.Administrations.Any(administration => administration.SecurityCode2 == token.Administration)),
    ];
}
