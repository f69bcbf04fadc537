using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks;

/// <summary>What goes over the wire.</summary>
public sealed class SignedRequestTests
{
    private static readonly string Previous = WebhookSecret.Generate().Reveal();

    [Fact]
    public async Task Request_has_the_headers_of_the_contract_and_no_others()
    {
        await using var receiver = new Receiver(_ => Answer.Of("204 No Content"));
        using var bench = new SenderBench();
        using var traced = new Activity("work").Start();

        Assert.IsType<CallbackResult.Delivered>(await bench.SendAsync(receiver.Address()));

        var request = Assert.Single(receiver.Requests);
        Assert.Equal("POST /payments HTTP/1.1", request.Line);
        Assert.Equal(
            ["content-length", "content-type", "host", "user-agent", "webhook-id", "webhook-signature", "webhook-timestamp"],
            request.Headers.Select(header => header.Key.ToLowerInvariant()).Order(StringComparer.Ordinal));
        Assert.Equal("application/json", request.Header("content-type"));
        Assert.Equal("PerfectviewFunctions", request.Header("user-agent"));
        Assert.Equal("pay_0123456789abcdef_2", request.Header("webhook-id"));
        Assert.Equal(bench.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), request.Header("webhook-timestamp"));
        Assert.Equal(Hmac(Samples.Secret, request), request.Header("webhook-signature"));
        Assert.Equal(SignatureResult.Valid, Verify(Samples.Secret, request, bench.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Both_secrets_sign_while_one_is_being_replaced()
    {
        await using var receiver = new Receiver(_ => Answer.Of("200 OK"));
        using var bench = new SenderBench();
        var secrets = new WebhookSecrets(Samples.Secret, Previous, bench.Time.GetUtcNow() + TimeSpan.FromHours(1));

        await bench.SendAsync(receiver.Address(), secrets);
        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.SendAsync(receiver.Address(), secrets);

        var (during, after) = (receiver.Requests[0], receiver.Requests[1]);
        Assert.Equal($"{Hmac(Samples.Secret, during)} {Hmac(Previous, during)}", during.Header("webhook-signature"));
        Assert.Equal(SignatureResult.Valid, Verify(Samples.Secret, during, bench.Time.GetUtcNow() - TimeSpan.FromHours(1)));
        Assert.Equal(SignatureResult.Valid, Verify(Previous, during, bench.Time.GetUtcNow() - TimeSpan.FromHours(1)));
        Assert.Equal(Hmac(Samples.Secret, after), after.Header("webhook-signature"));
    }

    [Fact]
    public async Task Message_sent_again_has_the_same_id_and_bytes_and_the_time_of_its_attempt()
    {
        await using var receiver = new Receiver(_ => Answer.Of("503 Service Unavailable"));
        await using var other = new Receiver(_ => Answer.Of("200 OK"));
        using var bench = new SenderBench();

        await bench.SendAsync(receiver.Address());
        bench.Time.Advance(TimeSpan.FromHours(3));
        await bench.SendAsync(receiver.Address(), new WebhookSecrets(Previous));
        await bench.SendAsync(other.Address());

        Received[] requests = [.. receiver.Requests, .. other.Requests];
        Assert.Equal(3, requests.Length);
        Assert.Single(requests.Select(request => request.Header("webhook-id")).Distinct());
        Assert.Single(requests.Select(request => request.Text).Distinct());
        Assert.Equal(
            TimeSpan.FromHours(3).TotalSeconds,
            long.Parse(requests[1].Header("webhook-timestamp"), CultureInfo.InvariantCulture)
                - long.Parse(requests[0].Header("webhook-timestamp"), CultureInfo.InvariantCulture));
        Assert.Equal(Hmac(Previous, requests[1]), requests[1].Header("webhook-signature"));
    }

    [Fact]
    public async Task Message_goes_over_TLS_to_the_name_of_the_address()
    {
        using var certificate = Certificates.SelfSigned();
        await using var receiver = new Receiver(_ => Answer.Of("200 OK"), certificate);
        using var bench = new SenderBench(resolve: SenderBench.To("127.0.0.1"), configure: Certificates.Trust(certificate));

        Assert.IsType<CallbackResult.Delivered>(await bench.SendAsync(receiver.Address("https", "receiver.example")));
        Assert.Equal($"receiver.example:{receiver.Port}", receiver.Requests.Single().Header("host"));
    }

    /// <summary>A signature made here from the specification, by nothing of ours.</summary>
    private static string Hmac(string secret, Received request)
    {
        var signed = Encoding.UTF8.GetBytes($"{request.Header("webhook-id")}.{request.Header("webhook-timestamp")}.{request.Text}");
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed));
    }

    private static SignatureResult Verify(string secret, Received request, DateTimeOffset now) => StandardWebhooks.Verify(
        request.Body,
        request.Header("webhook-id"),
        request.Header("webhook-timestamp"),
        request.Header("webhook-signature"),
        [WebhookSecret.TryParse(secret, out var parsed) ? parsed : throw new FormatException()],
        now);
}
