using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

public sealed class PersistenceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sandbox-");

    private SandboxOptions Options => new() { DataFile = Path.Combine(folder.FullName, "new", "books.json") };

    [Fact]
    public async Task Books_survive_a_restart()
    {
        await using (var first = await SandboxServer.StartAsync(Options))
        {
            using var soap = new SoapCaller(first.SoapAddress);
            await soap.CallAsync("AddRelatie", Wire.Relation("10001", "Café <b>"));
            await soap.CallAsync("AddMutatie", Wire.Invoice());
            await soap.CallAsync("GetMutaties", Wire.MutationFilter());
            first.Books.First.RegisterCombinedPayment([new PaymentPart("F2026-001", 21)], "F2026-001 and more");
            first.Books.First.ClosedUntil = new DateOnly(2025, 12, 31);
            first.Books.AddUser("second", "code", first.Books.AddAdministration("Derde").SecurityCode2);
        }

        await using var again = await SandboxServer.StartAsync(Options);
        using var caller = new SoapCaller(again.SoapAddress);

        var open = Assert.Single(again.Books.First.OpenDebtors());
        Assert.Equal(("Café <b>", 121m, 100m), (open.RelationName, open.Amount, open.Open));
        Assert.Equal((new DateOnly(2025, 12, 31), 1), (again.Books.First.ClosedUntil, again.Books.First.GetMutatiesCallsThisMonth));
        Assert.Equal(["demo", "second"], again.Books.Users.Select(user => user.UserName));
        Assert.Equal("Derde", again.Books.Administrations[2].Name);
        Assert.Equal("CMUT018", (await caller.CallAsync("AddMutatie", Wire.Invoice())).ErrorCode);
        Assert.Equal("3", (await caller.CallAsync("AddMutatie", Wire.Invoice("F2"))).Text("Mutatienummer"));
    }

    [Fact]
    public async Task Answered_booking_stands_in_the_file_before_the_answer()
    {
        await using var server = await SandboxServer.StartAsync(Options);
        server.Books.First.AddRelation("10001", "Naam");
        using var soap = new SoapCaller(server.SoapAddress);
        await soap.CallAsync("AddMutatie", Wire.Invoice());

        // A second server on a copy of the file sees what a killed process would have left.
        var copy = Path.Combine(folder.FullName, "copy.json");
        File.Copy(Options.DataFile!, copy);
        await using var survivor = await SandboxServer.StartAsync(new SandboxOptions { DataFile = copy });

        Assert.Equal("F2026-001", Assert.Single(survivor.Books.First.Mutations).InvoiceNumber);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
