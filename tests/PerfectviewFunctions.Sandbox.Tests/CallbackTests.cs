using System.Net;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

public sealed class CallbackTests : CallbackTest
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string SignedBody =
        """{"type":"invoice.payment.updated","data":{"tenant":"demo","invoiceNumber":"F1","revision":1,"state":"café"}}""";

    // printf '%s' 'msg_1.1772442000.<the body>' | openssl dgst -sha256 -mac HMAC -macopt hexkey:31f290f6bf06298aab4f08d43c3f082cf648a362da2da4b0 -binary | base64
    private const string Signature = "v1,glJAdkdkgen0yo6vYxqdHp2OWNiTxXicP7ZwAkHYAdo=";

    [Fact]
    public async Task Callback_is_kept_as_it_came_and_answered_with_204()
    {
        Assert.Equal(HttpStatusCode.NoContent, await Sender.PostAsync("msg_1", SignedBody, Signature));

        var arrival = Assert.Single(Receiver.Arrivals);
        Assert.Equal(("POST", "/perfectview/callbacks", SignedBody, "msg_1"), (arrival.Method, arrival.Path, arrival.Body, arrival.Id));
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(SignedBody), arrival.Raw);
        Assert.Equal((Clock.GetUtcNow(), Signature), (arrival.At, arrival.Headers["Webhook-Signature"]));
        Assert.Equal(
            (SignatureCheck.NotChecked, CallbackEffect.Applied, 204, null),
            (arrival.Signature, arrival.Effect, arrival.Status, arrival.Fault));
        Assert.Equal(SignedBody, Receiver.LatestOf("F1"));
    }

    [Theory]
    [InlineData(Signature, 0, SignatureCheck.Valid)]
    [InlineData("v1a,x v1,bm8= " + Signature, 0, SignatureCheck.Valid)]
    [InlineData("v1,bm8=", 0, SignatureCheck.Wrong)]
    [InlineData("", 0, SignatureCheck.Wrong)]
    [InlineData(null, 0, SignatureCheck.Missing)]
    [InlineData(Signature, 1, SignatureCheck.Wrong)]
    public async Task Signature_is_checked_once_a_secret_is_set(string? signature, int changed, SignatureCheck found)
    {
        Receiver.Secret = Secret;

        var status = await Sender.PostAsync("msg_1", SignedBody + new string(' ', changed), signature);

        var valid = found == SignatureCheck.Valid;
        Assert.Equal(valid ? HttpStatusCode.NoContent : HttpStatusCode.Unauthorized, status);
        Assert.Equal(found, Assert.Single(Receiver.Arrivals).Signature);
        Assert.Equal((valid ? 1 : 0, valid ? SignedBody : null), (Receiver.Messages.Count, Receiver.LatestOf("F1")));
    }

    [Fact]
    public async Task Signature_that_is_old_is_refused()
    {
        Receiver.Secret = Secret;
        using var response = await Sender.SendAsync("msg_1", SignedBody, Signature);
        var headers = Receiver.Arrivals[0].Headers;
        var check = CallbackSecret.Parse(Secret)!;

        SignatureCheck After(int seconds) => check.Check(headers, Receiver.Arrivals[0].Raw, Clock.GetUtcNow().AddSeconds(seconds));

        Assert.Equal(
            [SignatureCheck.Stale, SignatureCheck.Valid, SignatureCheck.Valid, SignatureCheck.Stale],
            new[] { After(-301), After(-300), After(300), After(301) });
    }

    [Fact]
    public async Task Tenant_may_have_a_secret_of_its_own()
    {
        Receiver.Secret = "whsec_bm90IHRoaXMgb25l";
        Assert.Equal(HttpStatusCode.Unauthorized, await Sender.PostAsync("msg_1", SignedBody, Signature));

        Receiver.SetSecret("demo", Secret);
        Assert.Equal(HttpStatusCode.NoContent, await Sender.PostAsync("msg_1", SignedBody, Signature));

        Receiver.SetSecret("demo", null);
        Assert.Equal(HttpStatusCode.Unauthorized, await Sender.PostAsync("msg_1", SignedBody, Signature));
        Assert.Throws<ArgumentException>(() => Receiver.Secret = "not a secret");
    }

    [Fact]
    public async Task Message_is_taken_once_by_its_id()
    {
        await Sender.PostAsync("msg_1", CallbackSender.BodyOf());
        await Sender.PostAsync("msg_1", CallbackSender.BodyOf());
        await Sender.PostAsync("msg_1", CallbackSender.BodyOf(revision: 2));

        Assert.Equal(
            [CallbackEffect.Applied, CallbackEffect.Repeated, CallbackEffect.IdReused], Receiver.Arrivals.Select(arrival => arrival.Effect));
        Assert.Equal(CallbackSender.BodyOf(), Assert.Single(Receiver.Messages).Body);
        Assert.Equal(CallbackSender.BodyOf(), Receiver.LatestOf("F1"));
    }

    [Fact]
    public async Task Lower_revision_changes_nothing_that_is_known()
    {
        await Sender.PostAsync("a", CallbackSender.BodyOf(revision: 5));
        await Sender.PostAsync("b", CallbackSender.BodyOf(revision: 4));
        await Sender.PostAsync("c", CallbackSender.BodyOf("F2", 1));
        await Sender.PostAsync("d", CallbackSender.BodyOf(revision: 1, tenant: "other"));
        await Sender.PostAsync("e", "{\"data\":");

        Assert.Equal(["a", "b", "c", "d", "e"], Receiver.Messages.Select(message => message.Id));
        Assert.Equal(
            [CallbackEffect.Applied, CallbackEffect.Outdated, CallbackEffect.Applied, CallbackEffect.Applied, CallbackEffect.NotUnderstood],
            Receiver.Messages.Select(message => message.Effect));
        Assert.Equal(CallbackSender.BodyOf(revision: 5), Receiver.LatestOf("F1", "demo"));
        Assert.Equal(CallbackSender.BodyOf(revision: 1, tenant: "other"), Receiver.LatestOf("F1"));
        Assert.Equal((null, null), (Receiver.LatestOf("F3"), Receiver.LatestOf("F2", "other")));

        Receiver.Clear();
        Assert.Equal((0, 0, null), (Receiver.Arrivals.Count, Receiver.Messages.Count, Receiver.LatestOf("F1")));
    }

    [Fact]
    public async Task What_is_no_post_is_seen_but_not_taken()
    {
        using var answer = await Sender.SendAsync("msg_1", CallbackSender.BodyOf(), below: "/redirected?a=b", method: HttpMethod.Put);

        var arrival = Assert.Single(Receiver.Arrivals);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, CallbackEffect.NotTaken), (answer.StatusCode, arrival.Effect));
        Assert.Equal("/perfectview/callbacks/redirected?a=b", arrival.Path);
    }
}
