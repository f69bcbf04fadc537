using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.OnRest;

/// <summary>A bookkeeper goes from security codes to a token, or back: links, mapping and states stay, and nothing is booked again.</summary>
public sealed class SwitchedApiTests
{
    private const string Credentials = "/api/tenants/demo/credentials";

    private static readonly JsonObject Codes = new()
    {
        ["userName"] = SandboxDemo.UserName, ["securityCode1"] = SandboxDemo.SecurityCode1, ["securityCode2"] = SandboxDemo.SecurityCode2,
    };

    private static readonly JsonObject Token = new() { ["token"] = SandboxDemo.ApiToken };

    public static TheoryData<BookkeepingApi, BookkeepingApi> Ways => new()
    {
        { BookkeepingApi.Soap, BookkeepingApi.Rest },
        { BookkeepingApi.Rest, BookkeepingApi.Soap },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Switch_keeps_what_was_booked_and_goes_on_where_it_was(BookkeepingApi from, BookkeepingApi to)
    {
        var (world, host) = await StartAsync(from);
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        var before = await TenantAsync(host);

        await SwitchAsync(host, to);
        var after = await TenantAsync(host);
        Assert.Equal((before.Administration, to), (after.Administration, after.Api));
        Assert.Equal(before.Mapping.Rows.Count, after.Mapping.Rows.Count);
        Assert.Equal("duplicate", (await host.SendAsync(Events.Invoice("F1"))).Outcome);
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("F2"))).Outcome);
        world.Pay("F1", Total);
        await world.ReadAsync(host);

        Assert.Equal("Paid 121.00 0.00", await host.PaidAsync("F1"));
        Assert.Equal(["F1", "F2"], world.Books.Mutations.Where(booked => booked.Kind == MutationKind.FactuurVerstuurd).Select(booked => booked.InvoiceNumber));
        Assert.Single(world.Books.Relations);
    }

    /// <summary>Sent by one API without an answer, and found by the other.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Invoice_of_unknown_outcome_is_found_by_the_other_api(BookkeepingApi from, BookkeepingApi to)
    {
        var (world, host) = await StartAsync(from);
        await using var _ = world;
        await host.SendAsync(Events.Invoice("first"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(20) });
        Assert.Equal(202, (await host.SendAsync(Events.Invoice("F1"))).Status);
        Assert.Equal("uncertain", await host.StateAsync("F1"));

        await SwitchAsync(host, to);
        await world.PassMinutesAsync(host, 6);

        Assert.Equal("booked", await host.StateAsync("F1"));
        Assert.Single(world.Books.Mutations, booked => booked.InvoiceNumber == "F1");
        Assert.Equal(2, world.Sandbox.Books.Calls.Log.Count(call => call.Operation == "AddMutatie" && call.Outcome == "OK"));
    }

    /// <summary>Two tenants of one administration, one by each API: they share its lease and its key.</summary>
    [Fact]
    public async Task Tenants_by_both_apis_know_that_they_share_an_administration()
    {
        var (world, host) = await StartAsync(BookkeepingApi.Soap, PaymentsOn with { NumberPrefix = "A-" });
        await using var _ = world;

        await world.AddTenantAsync("other", PaymentsOn with { NumberPrefix = "B-" }, credentials: new BookkeepingCredentials.Rest(SandboxDemo.ApiToken));

        Assert.Equal((await TenantAsync(host)).Administration, (await TenantAsync(host, "other")).Administration);
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"), "other")).Outcome);
        Assert.Equal(["A-1", "B-1"], world.Books.Mutations.Select(booked => booked.InvoiceNumber));
    }

    [Fact]
    public async Task Token_of_another_administration_is_another_administration()
    {
        var (world, host) = await StartAsync(BookkeepingApi.Soap);
        await using var _ = world;
        await world.BookAsync(host, "F1");

        var refused = await host.ApiAsync(HttpMethod.Put, Credentials, new JsonObject { ["token"] = SandboxDemo.SecondApiToken });

        Assert.Equal((409, "other-administration"), (refused.Status, refused.ReasonCode));
        Assert.Equal(BookkeepingApi.Soap, (await TenantAsync(host)).Api);
    }

    [Fact]
    public async Task Token_that_is_revoked_pauses_the_connection_and_another_resumes_it()
    {
        var (world, host) = await StartAsync(BookkeepingApi.Rest);
        await using var _ = world;
        await host.SendAsync(Events.Invoice("first"));
        foreach (var token in world.Sandbox.Books.ApiTokens.ToList())
        {
            world.Sandbox.Books.RevokeApiToken(token.Token);
        }

        world.Sandbox.Books.EndSessions();
        Assert.Equal(202, (await host.SendAsync(Events.Invoice("F1"))).Status);
        Assert.Equal("connection-paused", (await host.InvoiceAsync("F1"))!["reason"]!["code"]!.GetValue<string>());

        var next = world.Sandbox.Books.AddApiToken(SandboxDemo.UserName, Guid.Parse(SandboxDemo.SecurityCode2)).Token;
        Assert.Equal(200, (await host.ApiAsync(HttpMethod.Put, Credentials, new JsonObject { ["token"] = next })).Status);
        await world.PassMinutesAsync(host, 2);

        Assert.Equal("booked", await host.StateAsync("F1"));
        Assert.Equal(2, world.Books.Mutations.Count);
    }

    private static Task<(World World, Host Host)> StartAsync(BookkeepingApi api, TenantSettings? settings = null) =>
        World.StartAsync(new SandboxSwitches { SessionLifetime = TimeSpan.FromDays(30) }, settings ?? PaymentsOn, api: api);

    private static async Task SwitchAsync(Host host, BookkeepingApi to)
    {
        var answer = await host.ApiAsync(HttpMethod.Put, Credentials, (to == BookkeepingApi.Rest ? Token : Codes).DeepClone());
        Assert.True(answer.Status == 200, answer.Body);
    }

    private static async Task<Tenant> TenantAsync(Host host, string tenant = "demo") =>
        (await host.Services.GetRequiredService<TenantStore>().FindAsync(TenantId.Parse(tenant), default))!;
}
