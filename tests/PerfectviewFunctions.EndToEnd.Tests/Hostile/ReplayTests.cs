using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>Somebody who listened in sends a signed request again, to the byte.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task Request_again_within_the_window_is_a_duplicate_at_every_host_and_after_it_is_not_let_in()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var second = await world.AddHostAsync();
        var body = System.Text.Encoding.UTF8.GetBytes(Events.Invoice("1").ToJsonString());
        using var listened = host.Signed(body);
        async Task<Reply> SendAgainAsync(Host to)
        {
            using var again = new HttpRequestMessage(HttpMethod.Post, listened.RequestUri) { Content = new ByteArrayContent(body) };
            again.Content.Headers.ContentType = new("application/json");
            foreach (var (name, values) in listened.Headers)
            {
                again.Headers.Add(name, values);
            }

            using var answer = await to.Http.SendAsync(again);
            return await Reply.ReadAsync(answer);
        }

        Assert.Equal("booked", (await SendAgainAsync(host)).Outcome);
        foreach (var seconds in new[] { 0, 1, 200, 99 })
        {
            world.Clock.Advance(TimeSpan.FromSeconds(seconds));
            foreach (var reply in await Task.WhenAll(Enumerable.Range(0, 4).Select(call => SendAgainAsync(call % 2 == 0 ? host : second))))
            {
                Assert.Equal((200, "duplicate"), (reply.Status, reply.Outcome));
            }
        }

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        ProblemAssert.Is(401, await SendAgainAsync(host));
        Assert.Single(world.Books.Mutations);
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }
}
