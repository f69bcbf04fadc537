using System.Text;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>Who does not prove to be the sender learns no more than that, and leaves nothing.</summary>
public sealed class SignatureTests(HostileWorld hostile) : IClassFixture<HostileWorld>
{
    private static byte[] Body { get; } = Encoding.UTF8.GetBytes(Events.Invoice("F-1").ToJsonString());

    [Theory]
    [InlineData(WebhookHeaders.Id)]
    [InlineData(WebhookHeaders.Timestamp)]
    [InlineData(WebhookHeaders.Signature)]
    public async Task Missing_or_empty_header_is_not_let_in(string header)
    {
        using var missing = hostile.Host.Signed(Body);
        missing.Headers.Remove(header);
        await hostile.ProblemAsync(401, missing);

        using var empty = hostile.Host.Signed(Body);
        Set(empty, header, "");
        await hostile.ProblemAsync(401, empty);
    }

    [Theory]
    [InlineData(WebhookHeaders.Id, "msg_other")]
    [InlineData(WebhookHeaders.Id, "msg.1")]
    [InlineData(WebhookHeaders.Timestamp, "1e9")]
    [InlineData(WebhookHeaders.Timestamp, "-1")]
    [InlineData(WebhookHeaders.Timestamp, "9223372036854775807")]
    [InlineData(WebhookHeaders.Timestamp, "99999999999999999999999999")]
    [InlineData(WebhookHeaders.Signature, "v1,")]
    [InlineData(WebhookHeaders.Signature, "none")]
    [InlineData(WebhookHeaders.Signature, "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public async Task Altered_header_is_not_let_in(string header, string value)
    {
        using var request = hostile.Host.Signed(Body);
        Set(request, header, value);

        await hostile.ProblemAsync(401, request);
    }

    [Theory]
    [InlineData("v1a")]
    [InlineData("v2")]
    public async Task Right_hash_under_another_version_is_not_let_in(string version)
    {
        using var request = hostile.Host.Signed(Body);
        var right = request.Headers.GetValues(WebhookHeaders.Signature).Single();
        Set(request, WebhookHeaders.Signature, version + right[2..]);

        await hostile.ProblemAsync(401, request);
    }

    [Fact]
    public async Task Body_altered_by_one_byte_is_not_let_in()
    {
        using var request = hostile.Host.Signed(Body);
        request.Content = new ByteArrayContent([.. Body, (byte)' ']);
        request.Content.Headers.ContentType = new("application/json");

        await hostile.ProblemAsync(401, request);
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    [InlineData(-86400)]
    [InlineData(86400 * 365)]
    public async Task Signature_outside_the_time_window_is_not_let_in(int seconds)
    {
        using var request = hostile.Host.Signed(Body, at: hostile.World.Clock.GetUtcNow().AddSeconds(seconds));

        await hostile.ProblemAsync(401, request);
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public async Task Signature_at_the_edge_of_the_time_window_is_let_in(int seconds)
    {
        using var request = hostile.Host.Signed("[]"u8.ToArray(), at: hostile.World.Clock.GetUtcNow().AddSeconds(seconds));

        await hostile.ProblemAsync(400, request);
    }

    [Fact]
    public async Task Header_sent_twice_is_not_let_in()
    {
        foreach (var header in new[] { WebhookHeaders.Id, WebhookHeaders.Timestamp, WebhookHeaders.Signature })
        {
            using var request = hostile.Host.Signed(Body);
            var lines = request.Headers.Select(one => $"{one.Key}: {one.Value.Single()}").ToList();
            lines.Add(lines.Single(line => line.StartsWith(header, StringComparison.Ordinal)));
            var head = $"POST /api/webhooks/demo HTTP/1.0\r\nContent-Type: application/json\r\n{string.Join("\r\n", lines)}";

            await hostile.ProblemAsync(401, () => RawHttp.SendAsync(hostile.Host.Http.BaseAddress!, head, Body));
        }
    }

    [Fact]
    public async Task Secret_of_another_tenant_is_not_let_in()
    {
        using var request = hostile.Host.Signed(Body, secret: hostile.World.SecretOf(TenantId.Parse(HostileWorld.Unlinked)));

        await hostile.ProblemAsync(401, request);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("due")]
    [InlineData("tenants")]
    [InlineData("Demo")]
    [InlineData("DEMO")]
    [InlineData("demo%20")]
    [InlineData("demo%2F")]
    [InlineData("demo%2f..%2fdue")]
    [InlineData("..%2Fdue")]
    [InlineData("..%2Ftenants%2Fdemo")]
    [InlineData("demo%5C..%5Cdue")]
    [InlineData("demo%252F")]
    [InlineData("demo.")]
    [InlineData("demo%0A")]
    [InlineData("demo%27--")]
    [InlineData("tenant%3Ademo")]
    [InlineData("dem%C3%B6")]
    [InlineData("%EF%BD%84emo")]
    [InlineData("demo-demo-demo-demo-demo-demo-demo-demo-1")]
    [InlineData("%7Btenant%7D")]
    public async Task Unknown_tenant_looks_like_a_retired_one_and_like_a_wrong_secret(string tenant)
    {
        var secret = hostile.World.SecretOf(TenantId.Parse(HostileWorld.Linked));
        using var retired = hostile.Host.Signed(Body, HostileWorld.Retired);
        using var wrong = hostile.Host.Signed(Body, secret: WebhookSecret.Generate());
        using var unknown = hostile.Host.Signed(Body, secret: secret);
        unknown.RequestUri = new Uri(
            $"{hostile.Host.Http.BaseAddress}api/webhooks/{tenant}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

        var expected = await hostile.ProblemAsync(401, retired);

        Assert.Equal(expected, await hostile.ProblemAsync(401, wrong));
        Assert.Equal(expected, await hostile.ProblemAsync(401, unknown));
    }

    [Theory]
    [InlineData("/api/webhooks/demo/..")]
    [InlineData("/api/webhooks/%2e%2e/nothing")]
    [InlineData("/api/webhooks/demo/extra")]
    [InlineData("/api/webhooks/")]
    [InlineData("/api/webhooks")]
    [InlineData("/api")]
    [InlineData("/api/tenants/demo/invoices/1/2")]
    [InlineData("/api/WEBHOOKS//demo")]
    public async Task Address_that_is_none_of_ours_is_not_found(string address)
    {
        using var request = hostile.Host.Signed(Body);
        var head = $"POST {address} HTTP/1.0\r\nContent-Type: application/json\r\n"
            + string.Join("\r\n", request.Headers.Select(one => $"{one.Key}: {one.Value.Single()}"));

        await hostile.ProblemAsync(404, () => RawHttp.SendAsync(hostile.Host.Http.BaseAddress!, head, Body));
    }

    [Fact]
    public async Task Unlinked_tenant_answers_conflict_when_the_signature_fits_and_not_let_in_otherwise()
    {
        using var right = hostile.Host.Signed(Body, HostileWorld.Unlinked);
        using var wrong = hostile.Host.Signed(Body, HostileWorld.Unlinked, secret: WebhookSecret.Generate());

        var reply = await hostile.ProblemAsync(409, right);
        Assert.Contains("not linked", reply.Body, StringComparison.Ordinal);
        await hostile.ProblemAsync(401, wrong);
    }

    private static void Set(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
    }
}
