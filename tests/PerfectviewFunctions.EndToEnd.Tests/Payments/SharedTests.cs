using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Payments.Reading;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments;

/// <summary>Tenants that share an administration, and a tenant that moves to another.</summary>
public sealed class SharedTests
{
    [Fact]
    public async Task One_list_serves_all_tenants_of_an_administration()
    {
        var (world, host) = await StartAsync(settings: PaymentsOn with { NumberPrefix = "A-" });
        await using var _ = world;
        await world.AddTenantAsync("second", PaymentsOn with { NumberPrefix = "B-" });
        await world.AddTenantAsync("off", World.Settings with { NumberPrefix = "C-" });
        await world.BookAsync(host, "1");
        await host.SendAsync(Events.Invoice("1"), "second");
        await host.SendAsync(Events.Invoice("1"), "off");
        world.Pay("B-1", 21m);
        world.CallsSinceLast();

        await world.ReadAsync(host);

        Assert.Equal("GetOpenPosten", world.CallsSinceLast());
        Assert.Equal(
            ["Open 0.00 121.00", "PartlyPaid 21.00 100.00", "NotRead - 121.00"],
            [await host.PaidAsync("1"), await host.PaidAsync("1", "second"), await host.PaidAsync("1", "off")]);
    }

    [Fact]
    public async Task Credentials_that_are_refused_leave_the_list_to_those_of_another_tenant()
    {
        var (world, host) = await StartAsync(settings: PaymentsOn with { NumberPrefix = "A-" });
        await using var _ = world;
        world.Sandbox.Books.AddUser("other", SandboxDemo.SecurityCode1, world.Books.SecurityCode2);
        await world.AddTenantAsync(
            "second",
            PaymentsOn with { NumberPrefix = "B-" },
            credentials: new BookkeepingCredentials.Soap("other", SandboxDemo.SecurityCode1, SandboxDemo.SecurityCode2));
        await world.BookAsync(host, "1");
        await host.SendAsync(Events.Invoice("1"), "second");
        world.Refuse("5a0d0b0c5a0d0b0c5a0d0b0c5a0d0b0d");

        await world.ReadAsync(host);

        Assert.Equal(("NotRead - 121.00", "Open 0.00 121.00"), (await host.PaidAsync("1"), await host.PaidAsync("1", "second")));
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("second")]
    public async Task Secret_that_cannot_be_read_keeps_the_list_from_its_own_tenant_alone(string damaged)
    {
        var (world, host) = await StartAsync(settings: PaymentsOn with { NumberPrefix = "A-" });
        await using var _ = world;
        await world.AddTenantAsync("second", PaymentsOn with { NumberPrefix = "B-" });
        await world.BookAsync(host, "1");
        await host.SendAsync(Events.Invoice("1"), "second");
        var (secrets, name) = (host.Services.GetRequiredService<ISecretStore>(), SecretName.ForTenant(TenantId.Parse(damaged), "bookkeeping"));
        var whole = await secrets.GetAsync(name, SecretAge.AfterRefusal, CancellationToken.None);
        await secrets.SetAsync(name, whole![..^5], CancellationToken.None);

        await world.ReadAsync(host);

        var other = damaged == "demo" ? "second" : "demo";
        Assert.Equal(("NotRead - 121.00", "Open 0.00 121.00"), (await host.PaidAsync("1", damaged), await host.PaidAsync("1", other)));
        Assert.Equal("unexpected", (await ReadingAsync(world, host)).Reason?.Values["code"]);

        await secrets.SetAsync(name, whole, CancellationToken.None);
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.SyncPaymentsAsync();
        Assert.Equal(("Open 0.00 121.00", null), (await host.PaidAsync("1", damaged), (await ReadingAsync(world, host)).Reason));
    }

    [Fact]
    public async Task Reading_of_another_administration_says_nothing_of_an_invoice()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        await host.LinkToAsync(new BookkeepingCredentials.Soap(SandboxDemo.UserName, SandboxDemo.SecurityCode1, SandboxDemo.SecondSecurityCode2));
        world.Pay("F1", Total);
        world.CallsSinceLast();

        await world.ReadAsync(host);
        Assert.Equal(("Open 0.00 121.00", "GetOpenPosten"), (await host.PaidAsync("F1"), world.CallsSinceLast()));

        await host.LinkToAsync(DemoTenant.Credentials);
        await world.ReadAsync(host);
        Assert.Equal("Paid 121.00 0.00", await host.PaidAsync("F1"));
    }

    private static async Task<ReadingState> ReadingAsync(World world, Host host) =>
        await host.Services.GetRequiredService<ReadingStates>().OfAsync(await world.KeyOfAsync(DemoTenant.Credentials), CancellationToken.None);
}
