using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Benchmarks.Payments;

/// <summary>Administrations with open invoices, and payments of some of them.</summary>
internal static class PaymentBooks
{
    /// <summary>Of each invoice, in euros.</summary>
    public const decimal Total = 121m;

    /// <summary>One invoice of so many is paid by half.</summary>
    public const int OnePaidOf = 10;

    public static async Task<SandboxServer> StartAsync() => await SandboxServer.StartAsync(new SandboxOptions
    {
        // The clock is moved on by hours; and who asks for each invoice would have used up the 5,000 of the real service at once.
        Switches = new SandboxSwitches { SessionLifetime = TimeSpan.FromDays(365), GetMutatiesPerMonth = int.MaxValue },
    });

    public static (BookkeepingCredentials.Soap Credentials, IReadOnlyList<SandboxMutation> Invoices) Add(SandboxBooks sandbox, string name, int invoices)
    {
        var books = sandbox.AddAdministration(name);
        sandbox.AddUser(name, SandboxDemo.SecurityCode1, books.SecurityCode2);
        return (
            new BookkeepingCredentials.Soap(name, SandboxDemo.SecurityCode1, books.SecurityCode2.ToString("B")),
            books.AddInvoices(invoices, "F", "K1", new DateOnly(2026, 3, 2), new SandboxMutationLine(100m, 21m, "HOOG_VERK_21", 21m, "8000")));
    }

    /// <summary>Half of every tenth invoice is paid.</summary>
    public static void PayOneOfTen(SandboxBooks sandbox)
    {
        foreach (var administration in sandbox.Administrations.Skip(2))
        {
            administration.AddMutations(administration.Mutations.Where((_, index) => index % OnePaidOf == 0).Select(invoice => invoice with
            {
                Kind = MutationKind.FactuurbetalingOntvangen,
                Lines = [new SandboxMutationLine(Total / 2, 0, "GEEN", 0, SandboxDemo.DebtorAccount)],
            }).ToList());
        }
    }
}
