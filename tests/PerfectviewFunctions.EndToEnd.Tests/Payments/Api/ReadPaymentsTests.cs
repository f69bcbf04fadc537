using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Access;
using PerfectviewFunctions.EndToEnd.Tests.Linking;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Gate;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Api;

/// <summary>Payments that are read because somebody asks.</summary>
public sealed class ReadPaymentsTests
{
    private const string Address = "/api/tenants/demo/payments/sync";

    [Fact]
    public async Task Payments_are_read_at_once_and_again_after_five_minutes_at_the_earliest()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        world.Pay("F1", 50m);

        var read = await PostAsync(world, host);
        Assert.Equal((200, """{"outcome":"read","readAt":"2026-03-02T09:02:00+00:00"}""", "GetOpenPosten"), (read.Status, read.Body, world.CallsSinceLast()));
        Assert.Equal("PartlyPaid 50.00 71.00", await host.PaidAsync("F1"));

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var tooSoon = await PostAsync(world, host);
        Assert.Equal((429, 240, "payments-read-just-now", ""), (tooSoon.Status, tooSoon.RetryAfter, (string)tooSoon.Json["reason"]!["code"]!, world.CallsSinceLast()));
        Assert.Contains("2026-03-02 10:07", (string)tooSoon.Json["reason"]!["nl"]!, StringComparison.Ordinal);

        world.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal((200, "GetOpenPosten"), ((await PostAsync(world, host, new JsonObject())).Status, world.CallsSinceLast()));
    }

    [Theory]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.Throttled)]
    [InlineData(FaultKind.Refuse)]
    public async Task List_that_did_not_come_in_whole_is_told_with_the_reason_and_when_it_is_tried_again(FaultKind kind)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "GetOpenPosten" });

        var failed = await PostAsync(world, host);

        Assert.Equal(
            (200, "not-read", "payments-not-read", "2026-03-02T10:00:00+00:00"),
            (failed.Status, (string)failed.Json["outcome"]!, (string)failed.Json["reason"]!["code"]!, (string)failed.Json["readAt"]!));
        Assert.NotNull(failed.Json["againAt"]);
        Assert.NotEqual("", (string)failed.Json["reason"]!["actionNl"]!);
    }

    [Fact]
    public async Task While_somebody_else_reads_the_caller_is_asked_to_come_back()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = await world.AddHostAsync(builder => builder.Services.AddSingleton<IWorkWitness>(new Waiting(reached, release.Task)));
        world.Clock.Advance(TimeSpan.FromHours(1));
        var reading = Task.Run(slow.SyncPaymentsAsync);
        await reached.Task;

        var answer = await PostAsync(world, host);
        release.SetResult();
        await reading;

        Assert.Equal((429, 60, "payments-being-read"), (answer.Status, answer.RetryAfter, (string)answer.Json["reason"]!["code"]!));
        Assert.Equal("Open 0.00 121.00", await host.PaidAsync("F1"));
    }

    [Fact]
    public async Task Nothing_is_read_for_a_tenant_that_is_not_linked_or_has_payments_switched_off()
    {
        var (world, host) = await StartAsync(settings: World.Settings);
        await using var _ = world;

        var off = await PostAsync(world, host);
        LinkApi.AssertStatus(200, await host.UnlinkAsync());
        var unlinked = await PostAsync(world, host);

        Assert.Equal(
            (409, "payments-switched-off", 409, "not-linked"),
            (off.Status, (string)off.Json["reason"]!["code"]!, unlinked.Status, (string)unlinked.Json["reason"]!["code"]!));
        Assert.Equal("", world.CallsSinceLast());
    }

    private static async Task<Seen> PostAsync(World world, Host host, JsonNode? body = null) => await AccessWorld.CallAsync(
        host, null, HttpMethod.Post, Address, body,
        (AdminKey.Header, (await host.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(CancellationToken.None)).Value));

    /// <summary>Waits with the lease in hand.</summary>
    private sealed class Waiting(TaskCompletionSource reached, Task release) : IWorkWitness
    {
        public void Reached(WorkStep step)
        {
            if (step == WorkStep.PaymentsLeaseTaken)
            {
                reached.TrySetResult();
                release.Wait();
            }
        }
    }
}
