using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Testing.Fuzzing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>Signed bodies that something happened to: each is answered properly, nothing stops the host, and what is sound in them is worked on.</summary>
public sealed class FrontDoorFuzzTests
{
    private static readonly string[] Tokens =
        ["{", "}", "[", "]", "\"", ":", ",", "\\u0000", "\\ud800", "null", "-1", "1e999", "\"id\":\"evt-9\",", "\"number\":\"9\",", "\"total\":0,", "\u2028", "\u202e", "NL_LOW", "{}"];

    private static readonly byte[][] Samples =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    [Fact]
    public async Task Mutilated_body_is_answered_and_the_host_goes_on()
    {
        var (world, host) = await World.StartAsync(settings: RelationEvents.Settings);
        await using var _ = world;

        Fuzz.Cases(9201, 150, random => Mutations.Of(random, Any(random), Tokens, Any(random)), body =>
        {
            var reply = host.SendAsync(body).GetAwaiter().GetResult();

            Assert.Contains(reply.Status, (int[])[200, 202, 400, 413]);
            Assert.DoesNotContain(host.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
        });

        await world.PassMinutesAsync(host, 10);
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("2026-0999"))).Outcome);
        Assert.All(world.Books.Mutations.GroupBy(booked => booked.InvoiceNumber), same => Assert.Single(same));
        Assert.DoesNotContain(host.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static byte[] Any(Random random) => Samples[random.Next(Samples.Length)];
}
