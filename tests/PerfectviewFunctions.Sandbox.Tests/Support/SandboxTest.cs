using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.Sandbox.Tests.Support;

/// <summary>A sandbox of its own per test, on a clock of its own, with one relation in the books.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    protected const string RelationCode = "10001";

    protected ManualTimeProvider Clock { get; } = new();

    protected SandboxServer Server { get; private set; } = null!;

    protected SoapCaller Soap { get; private set; } = null!;

    protected SandboxBooks Books => Server.Books;

    protected SandboxAdministration Administration => Books.First;

    public async Task InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(new SandboxOptions { Clock = Clock });
        Administration.AddRelation(RelationCode, "Bakkerij De Korenbloem");
        Soap = new SoapCaller(Server.SoapAddress);
    }

    public async Task DisposeAsync()
    {
        Soap.Dispose();
        await Server.DisposeAsync();
    }

    protected void Switch(Func<SandboxSwitches, SandboxSwitches> change) => Books.Switches = change(Books.Switches);
}
