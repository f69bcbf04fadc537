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

    public const string AdministrationName = "Voorbeeld BV";

    public const string SecondAdministrationName = "Tweede Voorbeeld BV";

    public const string DebtorAccount = "1300";

    public const string BankAccount = "1010";

    public const string RevenueAccount = "8000";

    internal static BooksData NewBooks()
    {
        AdministrationData[] administrations =
        [
            AdministrationData.New(AdministrationName, Guid.Parse(SecurityCode2)),
            AdministrationData.New(SecondAdministrationName, Guid.Parse(SecondSecurityCode2)),
        ];
        var user = new SandboxUser(UserName, SecurityCode1, [.. administrations.Select(administration => administration.SecurityCode2)]);
        return new BooksData([user], administrations);
    }
}
