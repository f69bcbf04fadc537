using System.Text.Json.Nodes;
using PerfectviewFunctions.EBoekhouden;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Linking;

/// <summary>What the button Testen says, for every cause, and what saving makes of it.</summary>
public sealed class ConnectionTestApiTests
{
    private const string Nobody = "{99999999-DE30-4000-8000-000000000009}";
    private const string WrongCode = "00000000000000000000000000000000";

    public static TheoryData<string, string, string, string> Refused => new()
    {
        { "nobody", SandboxDemo.SecurityCode1, SandboxDemo.SecurityCode2, "E0011" },
        { SandboxDemo.UserName, WrongCode, SandboxDemo.SecurityCode2, "E0011" },
        { SandboxDemo.UserName, SandboxDemo.SecurityCode1, Nobody, "E0013" },
        { "guest", WrongCode, SandboxDemo.SecurityCode2, "E0012" },
        { "other", WrongCode, SandboxDemo.SecurityCode2, "E0015" },
    };

    public static TheoryData<FaultKind, string, string> Passing => new()
    {
        { FaultKind.Throttled, "OpenSession", "test-throttled" },
        { FaultKind.Throttled, "GetGrootboekrekeningen", "test-throttled" },
        { FaultKind.ConnectionReset, "OpenSession", "test-broken-off" },
        { FaultKind.Http500Before, "GetGrootboekrekeningen", "test-broken-off" },
        { FaultKind.Malformed, "GetGrootboekrekeningen", "test-unreadable" },
        { FaultKind.SessionGone, "GetGrootboekrekeningen", "test-session-refused" },
    };

    /// <summary>REST has no refusals that pass by themselves.</summary>
    public static TheoryData<FaultKind, string, string> PassingOfSoap => new() { { FaultKind.Refuse, "OpenSession", "test-not-verified" } };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refused_credentials_are_told_by_their_cause_and_not_saved(string user, string code1, string code2, string code)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var before = StoreDump.Of(world);

        var test = await host.TestAsync(LinkApi.Credentials(user, code1, code2));
        var saved = await host.SaveAsync(LinkApi.Credentials(user, code1, code2, confirm: true));

        Assert.Equal((200, false, code), (test.Status, test.Json["works"]!.GetValue<bool>(), LinkApi.ReasonOf(test.Json)));
        Assert.Equal((422, code), (saved.Status, saved.ReasonCode));
        Assert.Equal(before, StoreDump.Of(world));
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);
        Assert.All(new[] { test, saved }, reply => Assert.DoesNotMatch($"nobody|guest|other|{WrongCode}|99999999", reply.Body));
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Books_that_could_not_be_asked_say_nothing_of_the_credentials(FaultKind kind, string operation, string code)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        Fault fault = new(kind) { Operation = operation, Times = 2, RetryAfter = TimeSpan.FromSeconds(7) };

        world.Sandbox.Books.Faults.Add(fault);
        var test = await host.TestAsync();
        world.Sandbox.Books.Faults.Clear();
        world.Sandbox.Books.Faults.Add(fault);
        var saved = await host.SaveAsync(LinkApi.Credentials());

        Assert.Equal((200, code), (test.Status, LinkApi.ReasonOf(test.Json)));
        Assert.Equal((503, code), (saved.Status, saved.ReasonCode));
    }

    [SoapTheory]
    [MemberData(nameof(PassingOfSoap))]
    public Task Refusal_that_passes_says_nothing_of_the_credentials(FaultKind kind, string operation, string code) =>
        Books_that_could_not_be_asked_say_nothing_of_the_credentials(kind, operation, code);

    [SoapFact]
    public async Task Books_that_are_gone_or_silent_are_told_apart()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var hurried = await world.AddHostAsync(builder => builder.Services.AddEBoekhouden(new SoapOptions
        {
            Endpoint = world.Sandbox.SoapAddress, ReadTimeout = TimeSpan.FromSeconds(2),
        }));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.SlowBefore) { Operation = "OpenSession", Delay = TimeSpan.FromSeconds(30) });

        var slow = hurried.TestAsync();
        await AdvanceUntilAsync(world, slow);
        Assert.Equal("test-timed-out", LinkApi.ReasonOf((await slow).Json));

        var lost = await world.AddHostAsync(
            builder => builder.Services.AddEBoekhouden(new SoapOptions { Endpoint = new Uri("http://127.0.0.1:9/soap.asmx") }));
        var saved = await lost.SaveAsync(LinkApi.Credentials());
        Assert.Equal((503, "test-unreachable"), (saved.Status, saved.ReasonCode));
    }

    [SoapFact]
    public async Task Changed_security_code_is_noticed_although_the_open_session_still_works()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        world.Sandbox.Books.ChangeSecurityCode1(SandboxDemo.UserName, WrongCode);

        Assert.Equal("E0011", LinkApi.ReasonOf((await host.TestAsync()).Json));
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("2"))).Outcome);
    }

    [Fact]
    public async Task Test_that_works_tells_accounts_and_what_does_not_fit_the_administration()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var fits = (await host.TestAsync()).Json;
        await host.ChangeSettingsAsync(settings => settings["debtorAccount"] = "9999");
        await host.ChangeMappingAsync(rows => rows["NL_HIGH"]!["account"] = "1600");
        var unfit = (await host.TestAsync(LinkApi.Second())).Json;

        Assert.Equal((true, "same"), (fits["works"]!.GetValue<bool>(), fits["administration"]!.GetValue<string>()));
        Assert.True(fits["accounts"]!.GetValue<int>() > 20);
        Assert.Empty(fits["warnings"]!.AsArray());
        Assert.Equal("other", unfit["administration"]!.GetValue<string>());
        Assert.Equal(
            ["debtor-account-missing", "revenue-account-of-other-kind"],
            unfit["warnings"]!.AsArray().Select(warning => warning!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Test_ends_a_pause_and_what_waits_is_booked_at_the_next_minute()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "AddMutatie", Code = RefusedUsers.Refusal });
        await host.SendAsync(Events.Invoice("1"));
        Assert.Equal("paused", LinkApi.ConnectionOf(await host.TenantAsync()));

        Assert.True((await host.TestAsync()).Json["works"]!.GetValue<bool>());

        Assert.Equal("working", LinkApi.ConnectionOf(await host.TenantAsync()));
        await world.PassMinutesAsync(host, 2);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Single(world.Books.Mutations);
    }

    [Theory]
    [InlineData("\u00A0demo\u200B", " 5a0d0b0c-5a0d0b0c-5a0d0b0c-5a0d0b0c\n", "11111111DE3040008000000000000001")]
    [InlineData("demo ", "5a0d0b0c 5a0d0b0c 5a0d0b0c 5a0d0b0c", " {11111111-de30-4000-8000-000000000001}\r\n")]
    public async Task Pasted_credentials_are_repaired_and_say_so(string user, string code1, string code2)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;

        var saved = await host.SaveAsync(LinkApi.Credentials(user, code1, code2));

        LinkApi.AssertStatus(200, saved);
        Assert.NotEmpty(saved.Json["test"]!["hints"]!.AsArray());
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);
    }

    [Fact]
    public async Task Faulty_or_odd_forms_are_told_without_repeating_a_value()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;

        var faulty = await host.SaveAsync(new JsonObject { ["userName"] = "geheim\tgeheim", ["securityCode2"] = "geheim" });
        var odd = await host.SaveAsync(LinkApi.Credentials(code1: "geheim"));
        var unknown = await host.SaveAsync(new JsonObject { ["userName"] = "geheim", ["password"] = "geheim" });

        Assert.Equal((422, 422, 400), (faulty.Status, odd.Status, unknown.Status));
        Assert.Equal(["/userName", "/securityCode1", "/securityCode2"], faulty.Pointers);
        Assert.Equal("E0011", odd.ReasonCode);
        Assert.Contains(odd.Json["hints"]!.AsArray(), hint => hint!["nl"]!.GetValue<string>().Contains("meestal 32", StringComparison.Ordinal));
        Assert.All(new[] { faulty, odd, unknown }, reply => Assert.DoesNotContain("geheim", reply.Body, StringComparison.Ordinal));
        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains("geheim", StringComparison.Ordinal));
    }

    private static async Task AdvanceUntilAsync(World world, Task work)
    {
        while (!work.IsCompleted)
        {
            await Task.Delay(20);
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Besides the demo's user one without any administration, and one of another.</summary>
    private static async Task<(World World, Host Host)> StartAsync()
    {
        var (world, host) = await World.StartAsync();
        world.Sandbox.Books.AddUser("guest", WrongCode);
        world.Sandbox.Books.AddUser("other", WrongCode, world.Sandbox.Books.AddAdministration("Ander BV").SecurityCode2);
        return (world, host);
    }
}
