using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

/// <summary>The receiver of callbacks, as another process and a person see it.</summary>
public sealed class CallbackRouteTests : CallbackTest
{
    private const string Secret = "whsec_bm90IHRoaXMgb25l";

    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });

    [Fact]
    public async Task What_arrived_is_read_and_forgotten_from_outside()
    {
        await Sender.PostAsync("a", CallbackSender.BodyOf("F/1 é"));

        var arrival = JsonNode.Parse(await http.GetStringAsync(At("sandbox/callbacks")))![0]!;
        Assert.Equal(
            ("POST", CallbackSender.BodyOf("F/1 é"), "a", "Applied", "NotChecked", 204),
            (Text("method"), Text("body"), Text("id"), Text("effect"), Text("signature"), arrival["status"]!.GetValue<int>()));
        Assert.Equal("a", arrival["headers"]!["webhook-id"]!.GetValue<string>());
        Assert.Null(arrival["raw"]);
        Assert.Equal(CallbackSender.BodyOf("F/1 é"), await http.GetStringAsync(At("sandbox/callbacks/latest?tenant=demo&invoiceNumber=F%2F1%20%C3%A9")));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(At("sandbox/callbacks/latest?tenant=other&invoiceNumber=F%2F1%20%C3%A9"))).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync(At("sandbox/callbacks"))).StatusCode);
        Assert.Empty(Receiver.Arrivals);

        string Text(string name) => arrival[name]!.GetValue<string>();
    }

    [Fact]
    public async Task Failures_and_secrets_are_set_from_outside()
    {
        var fault = new { kind = "Slow", invoiceNumber = "F1", times = 3, delay = "00:00:05" };
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsJsonAsync(At("sandbox/callbacks/faults"), fault)).StatusCode);
        Assert.Equal(
            new CallbackFault(CallbackFaultKind.Slow) { InvoiceNumber = "F1", Times = 3, Delay = TimeSpan.FromSeconds(5) },
            Assert.Single(Receiver.Faults.Pending));
        Assert.Equal("Slow", JsonNode.Parse(await http.GetStringAsync(At("sandbox/callbacks/faults")))![0]!["kind"]!.GetValue<string>());
        await http.DeleteAsync(At("sandbox/callbacks/faults"));
        Assert.Empty(Receiver.Faults.Pending);

        Assert.Equal(HttpStatusCode.NoContent, (await http.PutAsJsonAsync(At("sandbox/callbacks/secret"), new { secret = Secret })).StatusCode);
        Assert.Equal(Secret, Receiver.Secret);
        await http.PutAsJsonAsync(At("sandbox/callbacks/secret"), new { secret = (string?)null });
        await http.PutAsJsonAsync(At("sandbox/callbacks/secret"), new { secret = Secret, tenant = "demo" });
        Assert.Equal(HttpStatusCode.Unauthorized, await Sender.PostAsync("a", CallbackSender.BodyOf()));
        Assert.Equal(HttpStatusCode.NoContent, await Sender.PostAsync("a", CallbackSender.BodyOf(tenant: "other")));
    }

    [Theory]
    [InlineData("faults", """{"kind":"Nonsense"}""")]
    [InlineData("faults", """{"kind":"Slow","times":0}""")]
    [InlineData("faults", """{"kind":"Slow","delay":"-00:00:01"}""")]
    [InlineData("faults", """{"kind":"Status","status":99}""")]
    [InlineData("faults", """{"kind":"Status","state":500}""")]
    [InlineData("secret", """{"secret":"geheim"}""")]
    [InlineData("secret", """{"secret":"whsec_"}""")]
    [InlineData("secret", """{"secret":"whsec_bm90IHRoaXMgb25l","tenant":""}""")]
    [InlineData("secret", """{}""")]
    public async Task Mistaken_order_is_refused(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        var address = At("sandbox/callbacks/" + path);

        var answer = path == "faults" ? await http.PostAsync(address, content) : await http.PutAsync(address, content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Receiver.Faults.Pending);
        Assert.Null(Receiver.Secret);
    }

    [Fact]
    public async Task Page_shows_what_arrived_and_makes_the_receiver_fail()
    {
        Assert.Contains("Er is nog niets binnengekomen", await PageAsync(), StringComparison.Ordinal);
        Assert.Equal("/?outcome=SecretSet", await FormAsync("secret", ("secret", Secret)));
        await Sender.PostAsync("a", CallbackSender.BodyOf("<script>"), "v1,bm8=");
        Assert.Equal("/?outcome=SecretRemoved", await FormAsync("secret", ("secret", "")));
        Assert.Equal("/?outcome=InvalidForm", await FormAsync("secret", ("secret", "geheim")));
        Assert.Null(Receiver.Secret);

        Assert.Equal("/?outcome=FaultAdded", await FormAsync(
            "fault", ("kind", "StatusAfter"), ("invoice", "<b>"), ("status", "500"), ("times", "0"), ("seconds", "5")));
        Assert.Equal(
            new CallbackFault(CallbackFaultKind.StatusAfter)
            {
                InvoiceNumber = "<b>", Status = 500, Times = Fault.UntilCleared, Delay = TimeSpan.FromSeconds(5),
            },
            Assert.Single(Receiver.Faults.Pending));
        Assert.Equal("/?outcome=InvalidForm", await FormAsync("fault", ("kind", "Status"), ("status", "1"), ("times", "1"), ("seconds", "5")));

        var page = await PageAsync();
        Assert.Contains("onjuist</td><td>geweigerd</td>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.All(new[] { "<script", "<b>", Secret }, hidden => Assert.DoesNotContain(hidden, page, StringComparison.Ordinal));

        Assert.Equal("/?outcome=FaultsCleared", await FormAsync("faults/clear"));
        Assert.Equal("/?outcome=CallbacksCleared", await FormAsync("clear"));
        Assert.Equal((0, 0), (Receiver.Faults.Pending.Count, Receiver.Arrivals.Count));
    }

    protected override void Dispose(bool disposing)
    {
        http.Dispose();
        base.Dispose(disposing);
    }

    private Uri At(string path) => new(Server.PageAddress, path);

    private Task<string> PageAsync() => http.GetStringAsync(Server.PageAddress);

    private async Task<string?> FormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return (await http.PostAsync(At("page/callbacks/" + path), content)).Headers.Location?.ToString();
    }
}
