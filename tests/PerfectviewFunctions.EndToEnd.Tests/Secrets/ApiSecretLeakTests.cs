using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Secrets;

/// <summary>A tenant's whole life over the API, with its mistakes: no secret in an answer (but the one that gives a new one), a log line, a file or its history.</summary>
public sealed class ApiSecretLeakTests
{
    private const string User = "gebruiker-Zq7Xw";
    private const string NextUser = "opvolger-Kd3Vb";
    private const string Code1 = "c0ffee11c0ffee22c0ffee33c0ffee44";
    private const string NextCode1 = "beefcafe11beefcafe22beefcafe3344";
    private const string WrongCode1 = "0badf00d0badf00d1badf00d2badf00d";
    private const string Code2 = "DEC0DE01-FACE-4BAD-8F00-0B5E55ED0001";
    private const string NextCode2 = "DEC0DE02-FACE-4BAD-8F00-0B5E55ED0002";
    private const string ApiToken = "Pq7Rs2Tv-Wx9Yz4Ab6Cd8Ef1Gh3Jk5Lm0Np";
    private const string WrongApiToken = "Zz9Yy8Xx-Ww7Vv6Uu5Tt4Ss3Rr2Qq1Pp0Oo";
    private const string AdminKeyText = "admin-key-9Kx4Jv2Lp";
    private const string WrongAdminKey = "admin-key-wrong-7Tq1Zs";
    private const string WrongToken = "token-wrong-5Hn8Yc2We";
    private const string Person = "6b1f0a5e-0d5c-4d8f-9a52-000000000001";

    private readonly List<string> answers = [];
    private readonly List<string> shown = [];
    private World world = null!;
    private Host host = null!;

    private static string PastedCode1 => string.Join(' ', Code1.Chunk(8).Select(part => new string(part)));

    private static string PastedNextCode1 => " " + string.Join('-', NextCode1.Chunk(4).Select(part => new string(part))) + "\r\n";

    [Fact]
    public async Task No_secret_shows_anywhere_in_the_life_of_a_tenant()
    {
        await using var made = world = await World.CreateAsync();
        var (first, second) = AddBooks();
        host = await world.AddHostAsync(builder => builder.Logging.SetMinimumLevel(LogLevel.Trace)
            .AddFilter("Microsoft", LogLevel.Trace)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Trace));
        await host.Services.GetRequiredService<ISecretStore>().SetAsync(SecretName.ForDeployment("admin-key"), AdminKeyText, CancellationToken.None);

        await LinkWithMistakesAsync();
        await MakeKeysAsync();
        await PasteIntoWrongFieldsAsync();
        await WorkAsync();
        await ReadAllAsync();
        await UseTokenAsync();
        await MoveAsync();
        await ReadAllAsync();
        await EndAsync();
        await ReadAllAsync();

        Assert.Equal((3, 1), (first.Mutations.Count, second.Mutations.Count));
        var marked = Marked();
        Assert.Contains(host.Logs.Lines, line => line.StartsWith("Trace", StringComparison.Ordinal));
        SecretSearch.AssertNothing(marked, host.Logs.Lines.Select(line => ("log", Encoding.UTF8.GetBytes(line))));
        SecretSearch.AssertNothing(marked, answers.Select(answer => ("answer", Encoding.UTF8.GetBytes(answer))));
        SecretSearch.AssertNothing(marked, SecretSearch.FilesOf(world));
        Assert.All(answers, ProblemAssert.TellsNothing);
    }

    private async Task LinkWithMistakesAsync()
    {
        await CallAsync(201, "POST", "", new JsonObject { ["id"] = "demo", ["name"] = "Winkel" });
        await CallAsync(200, "POST", "/demo/connection-test", Pasted());
        await CallAsync(200, "POST", "/demo/connection-test", Pasted(code1: WrongCode1));
        await CallAsync(422, "PUT", "/demo/credentials", Pasted(code1: WrongCode1));
        foreach (var kind in new[] { FaultKind.ConnectionReset, FaultKind.Http500Before, FaultKind.Throttled, FaultKind.Malformed })
        {
            world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "OpenSession" });
            await CallAsync(503, "PUT", "/demo/credentials", Pasted());
        }

        await CallAsync(200, "PUT", "/demo/credentials", Pasted());
        await CallAsync(200, "POST", "/demo/connection-test", new JsonObject());
    }

    private async Task MakeKeysAsync()
    {
        for (var time = 0; time < 3; time++)
        {
            shown.Add((await CallAsync(200, "POST", "/demo/webhook-secret", new JsonObject(), isShown: true)).Json["secret"]!.GetValue<string>());
        }

        for (var time = 0; time < 2; time++)
        {
            shown.Add((await CallAsync(200, "POST", "/demo/read-key", new JsonObject(), isShown: true)).Json["key"]!.GetValue<string>());
            await CallAsync(401, "GET", "/demo/settings", key: WrongAdminKey, headers: ("X-Read-Key", shown[^1]));
        }

        await CallAsync(204, "DELETE", "/demo/read-key");
        await CallAsync(401, "GET", "/demo/settings", key: "");
    }

    /// <summary>Secrets where they do not belong: as another field, as the name of one, as a value of another kind, as a version.</summary>
    private async Task PasteIntoWrongFieldsAsync()
    {
        foreach (var secret in new[] { Code1, PastedCode1, Code2, "{" + Code2 + "}", User, ApiToken, shown[0], shown[2], shown[3], AdminKeyText })
        {
            var named = $"{JsonValue.Create(secret).ToJsonString()}";
            foreach (var (method, address, version) in new[]
            {
                ("POST", "", null), ("PUT", "/demo/credentials", null), ("POST", "/demo/connection-test", null), ("POST", "/demo/unlink", null),
                ("POST", "/demo/webhook-secret", null), ("PATCH", "/demo/settings", "\"1\""), ("PUT", "/demo/vat-mappings", "\"0\""), ("POST", "/demo/preview", null),
                ("POST", "/demo/retry", null), ("POST", "/demo/ignore", null), ($"PUT", $"/demo/people/{Person}", null),
                ("POST", "/demo/relations/rel-1/link", null), ("POST", "/demo/relations/rel-1/retry", null), ("POST", "/demo/name-preview", null),
                ("POST", "/demo/payments/sync", null),
            })
            {
                foreach (var body in new[] { $"{{{named}:1}}", $"{{{named}:{{{named}:1}}}}", named, $"[{named}]", $"{{\"userName\":{{{named}:1}}}}", $"{{\"rows\":[{{{named}:1}}]}}" })
                {
                    var refused = await CallAsync(null, method, address, JsonNode.Parse(body), version);
                    Assert.True(refused.Status is 400 or 422, $"{method} {address} {body}: {refused.Status} {refused.Body}");
                }
            }

            await CallAsync(422, "PUT", "/demo/credentials", new JsonObject { ["userName"] = secret + "\t" + secret, ["securityCode1"] = "é" + secret, ["securityCode2"] = secret + "x" });
            await CallAsync(400, "POST", "/demo/webhook-secret", new JsonObject { ["keepPreviousHours"] = secret });
            await CallAsync(422, "PUT", "/demo/people/" + Person, new JsonObject { ["role"] = secret });
            await CallAsync(422, "PATCH", "/demo/settings", new JsonObject { ["grouping"] = secret, ["paymentTermDays"] = secret, ["bookingsFrom"] = secret }, "\"0\"");
            await CallAsync(422, "PATCH", "/demo/settings", new JsonObject { ["description"] = "{" + secret + "}" }, "\"0\"");
            await CallAsync(422, "PATCH", "/demo/settings", new JsonObject { ["debtorAccount"] = secret }, "\"0\"");
            await CallAsync(422, "PATCH", "/demo/settings", new JsonObject { ["callbackAddress"] = "https://example.test/?" + secret.Replace(" ", "", StringComparison.Ordinal) }, "\"0\"");
            await CallAsync(422, "PUT", "/demo/vat-mappings", Rows(secret, null, null), "\"0\"");
            await CallAsync(422, "PUT", "/demo/vat-mappings", Rows("NL_HIGH", secret, secret), "\"0\"");
            await CallAsync(404, "POST", "/demo/ignore", new JsonObject { ["number"] = secret, ["reason"] = "x" });
            await CallAsync(404, "POST", "/demo/retry", new JsonObject { ["numbers"] = new JsonArray(secret) });
            await CallAsync(200, "POST", "/demo/retry", new JsonObject { ["cause"] = secret });
            await CallAsync(412, "PATCH", "/demo/settings", new JsonObject { ["name"] = "Zaak" }, $"\"{secret}\"");
            await CallAsync(401, "GET", "", key: secret.Trim('{', '}') + "x");
        }

        // What is a name by its looks is one, but a code or a key is not.
        foreach (var secret in new[] { Code1, PastedCode1, Code2, "Winkel " + Code2, ApiToken, shown[0], shown[3] })
        {
            await CallAsync(422, "POST", "", new JsonObject { ["id"] = "tweede", ["name"] = secret });
            await CallAsync(422, "POST", "/demo/name-preview", new JsonObject { ["lastName"] = secret });
            await CallAsync(422, "PATCH", "/demo/settings", new JsonObject { ["name"] = secret }, "\"0\"");
            await CallAsync(422, "PATCH", "/demo/settings", new JsonObject { ["description"] = "{number} " + secret }, "\"0\"");
            await CallAsync(422, "PUT", "/demo/people/" + Person, new JsonObject { ["role"] = "viewer", ["name"] = secret });
        }
    }

    private async Task WorkAsync()
    {
        await CallAsync(200, "PUT", "/demo/people/" + Person, new JsonObject { ["role"] = "bookkeeper", ["name"] = "Anna" });
        Record(await host.ApiAsync(HttpMethod.Put, "/api/operators/" + Person, new JsonObject()));
        await CallAsync(200, "PATCH", "/demo/settings", new JsonObject { ["bookingsOn"] = true, ["webhookProof"] = "token" }, "\"0\"");
        await CallAsync(412, "PATCH", "/demo/settings", new JsonObject { ["name"] = "Zaak" }, "\"0\"");
        await SendAsync(200, "1");
        await CallAsync(200, "PUT", "/demo/vat-mappings", Rows("NL_HIGH", "HOOG_VERK_21", "8000"), "\"0\"");
        await CallAsync(412, "PUT", "/demo/vat-mappings", Rows("NL_HIGH", "HOOG_VERK_21", "8010"), "\"0\"");
        await CallAsync(200, "POST", "/demo/preview", new JsonObject { ["event"] = Events.Invoice("9") });
        await CallAsync(200, "POST", "/demo/retry", new JsonObject { ["numbers"] = new JsonArray("1") });
        await SendAsync(200, "2", token: shown[2]);
        await SendAsync(200, "2", token: shown[1]);
        await SendAsync(401, "3", token: shown[0]);
        await SendAsync(401, "3", token: WrongToken);
        await SendAsync(200, "usd", change: invoice => invoice["currency"] = "USD");
        await CallAsync(200, "POST", "/demo/ignore", new JsonObject { ["number"] = "usd", ["reason"] = "Zelf geboekt." });
        Assert.Contains("\"compared\"", (await CallAsync(200, "GET", "/demo/diagnosis?compare=true")).Body, StringComparison.Ordinal);
        await WorkOnRelationsAsync();
    }

    private async Task WorkOnRelationsAsync()
    {
        await CallAsync(200, "PATCH", "/demo/settings", new JsonObject { ["relationsOn"] = true }, "\"1\"");
        foreach (var kind in new[] { FaultKind.AnswerLost, FaultKind.Malformed, FaultKind.Http500Before, FaultKind.Throttled, FaultKind.SessionGone })
        {
            world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "UpdateRelatie" });
        }

        await SendAsync(202, RelationEvents.Updated("rel-1", 1, new JsonObject { ["phone"] = "020-2" }));
        await world.PassMinutesAsync(host, 30);
        world.Sandbox.Books.Faults.Clear();
        await SendAsync(400, RelationEvents.Updated("rel-1", 2, new JsonObject { ["phone"] = 7 }));
        await SendAsync(200, RelationEvents.Created("rel-2", 2, "Bakkerij De Korenbloem", new JsonObject { ["code"] = "K100" }));
        await CallAsync(409, "POST", "/demo/relations/rel-2/link", new JsonObject { ["code"] = "K999" });
        await CallAsync(200, "POST", "/demo/relations/rel-2/retry");
        await CallAsync(200, "POST", "/demo/relations/rel-2/link", new JsonObject { ["create"] = true });
        await CallAsync(200, "POST", "/demo/name-preview", new JsonObject { ["lastName"] = "Berg" });
    }

    /// <summary>The same administration by a token and back, with a token in every wrong place.</summary>
    private async Task UseTokenAsync()
    {
        await CallAsync(422, "PUT", "/demo/credentials", new JsonObject { ["token"] = WrongApiToken });
        var both = Pasted();
        both["token"] = ApiToken;
        await CallAsync(422, "PUT", "/demo/credentials", both);
        foreach (var token in new[] { ApiToken, ApiToken + "é", ApiToken + " " + ApiToken, string.Concat(Enumerable.Repeat(ApiToken, 20)) })
        {
            await CallAsync(422, "PUT", "/demo/credentials", new JsonObject { ["userName"] = token + "\t", ["securityCode1"] = token + token, ["securityCode2"] = token });
            await CallAsync(422, "PUT", "/demo/credentials", new JsonObject { ["token"] = token + " x" });
            await CallAsync(422, "PUT", "/demo/credentials", new JsonObject { ["token"] = ApiToken, ["administrationOf"] = token });
        }

        await CallAsync(200, "POST", "/demo/connection-test", new JsonObject { ["token"] = Code2 });
        await CallAsync(200, "POST", "/demo/connection-test", new JsonObject { ["token"] = $"\"{ApiToken}\"\r\n" });
        await CallAsync(200, "PUT", "/demo/credentials", new JsonObject { ["token"] = $" {ApiToken}\u00a0" });
        await CallAsync(200, "POST", "/demo/connection-test", new JsonObject());
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie" });
        await SendAsync(200, "by-token");
        await world.PassMinutesAsync(host, 10);
        await CallAsync(200, "PUT", "/demo/credentials", Pasted());
    }

    private async Task MoveAsync()
    {
        await CallAsync(200, "POST", "/demo/unlink", new JsonObject());
        await SendAsync(409, "3");
        await CallAsync(409, "PUT", "/demo/credentials", Pasted(NextUser, PastedNextCode1, NextCode2));
        var confirmed = Pasted(NextUser, PastedNextCode1, NextCode2);
        confirmed["confirmOtherAdministration"] = true;
        await CallAsync(200, "PUT", "/demo/credentials", confirmed);
        await SendAsync(200, "3");

        // The books take the credentials no longer: paused, with what that logs.
        world.Sandbox.Books.ChangeSecurityCode1(NextUser, WrongCode1);
        world.Sandbox.Books.EndSessions();
        await SendAsync(202, "4");
        await world.PassMinutesAsync(host, 35);
        await CallAsync(200, "POST", "/demo/connection-test", new JsonObject());
        await CallAsync(503, "PATCH", "/demo/settings", new JsonObject { ["debtorAccount"] = "1310" }, "\"2\"");
        Assert.Contains("not-compared-answer", (await CallAsync(200, "GET", "/demo/diagnosis?compare=true")).Body, StringComparison.Ordinal);
    }

    private async Task EndAsync()
    {
        await CallAsync(200, "POST", "/demo/ignore", new JsonObject { ["number"] = "4", ["reason"] = "Vervallen." });
        await CallAsync(200, "POST", "/demo/unlink", new JsonObject());
        await CallAsync(200, "POST", "/demo/retire", new JsonObject());
        await CallAsync(404, "PUT", "/demo/credentials", Pasted());
        await SendAsync(401, "5");
    }

    /// <summary>Every reading call that is registered, so that a new one is searched too.</summary>
    private async Task ReadAllAsync()
    {
        var routes = host.Services.GetServices<IEndpoint>().Select(endpoint => endpoint.Definition).Where(definition => definition.Method == "GET").ToList();
        Assert.True(routes.Count >= 14, "Not every route was found.");
        foreach (var route in routes)
        {
            foreach (var number in route.Route.Contains("{number}", StringComparison.Ordinal) ? ["1", "2", "usd", "4"] : new[] { "" })
            {
                var address = "/" + route.Route
                    .Replace("{tenant}", "demo", StringComparison.Ordinal)
                    .Replace("{number}", number, StringComparison.Ordinal)
                    .Replace("{id}", "rel-1", StringComparison.Ordinal);
                Assert.DoesNotContain("{", address, StringComparison.Ordinal);
                var reply = await host.ApiAsync(HttpMethod.Get, address);
                Assert.True(reply.Status is 200 or 404 or 409 or 503, $"{address}: {reply.Status}");
                Record(reply);
            }
        }
    }

    private (SandboxAdministration First, SandboxAdministration Second) AddBooks()
    {
        var books = world.Sandbox.Books;
        var first = books.AddAdministration("Gemerkt BV", Guid.Parse(Code2));
        var second = books.AddAdministration("Volgende BV", Guid.Parse(NextCode2));
        books.AddUser(User, Code1, first.SecurityCode2);
        books.AddUser(NextUser, NextCode1, second.SecurityCode2);
        books.AddApiToken(User, first.SecurityCode2, token: ApiToken);
        return (first, second);
    }

    private Dictionary<string, IReadOnlyList<byte[]>> Marked()
    {
        Assert.Equal(5, shown.Distinct().Count());
        var marked = new Dictionary<string, IReadOnlyList<byte[]>>();
        foreach (var plain in new[] { User, NextUser, AdminKeyText, WrongAdminKey, WrongToken, ApiToken, WrongApiToken, PastedCode1, PastedNextCode1.Trim() })
        {
            marked[plain] = [.. SecretForms.Of(plain)];
        }

        foreach (var code in new[] { Code1, NextCode1, WrongCode1 })
        {
            marked[code] = [.. SecretForms.Of(code), .. SecretForms.Of(Convert.FromHexString(code))];
        }

        foreach (var code in new[] { Code2, NextCode2 })
        {
            marked[code] = [.. SecretForms.Of(code), .. SecretForms.Of(code.Replace("-", "", StringComparison.Ordinal)), .. SecretForms.Of(Guid.Parse(code).ToByteArray())];
        }

        foreach (var (index, text) in shown.Select(text => text[(text.IndexOf('_', StringComparison.Ordinal) + 1)..]).Index())
        {
            marked[$"shown {index}"] = [.. SecretForms.Of(text), .. SecretForms.Of(index < 3 ? Convert.FromBase64String(text) : Convert.FromHexString(text))];
        }

        return marked;
    }

    private static JsonObject Pasted(string user = User, string? code1 = null, string code2 = Code2) => new()
    {
        ["userName"] = $" {user}\u00a0", ["securityCode1"] = code1 ?? PastedCode1, ["securityCode2"] = $"\t{{{code2}}} ",
    };

    private static JsonObject Rows(string category, string? vatCode, string? account) =>
        new() { ["rows"] = new JsonArray(new JsonObject { ["category"] = category, ["vatCode"] = vatCode, ["account"] = account }) };

    private async Task<ApiReply> CallAsync(
        int? status, string method, string address, JsonNode? body = null, string? ifMatch = null, bool isShown = false, string key = AdminKeyText, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/api/tenants" + address, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers.Append((AdminKey.Header, key)).Concat(ifMatch is null ? [] : [("If-Match", ifMatch)]))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await host.Http.SendAsync(request);
        var reply = await ApiReply.ReadAsync(answer);
        Assert.True(status is null || status == reply.Status, $"{method} {address} {body?.ToJsonString()}: {reply.Status} {reply.Body}");
        if (!isShown)
        {
            Record(reply);
        }

        return reply;
    }

    private Task SendAsync(int status, string number, string? token = null, Action<JsonObject>? change = null) =>
        SendAsync(status, Events.Invoice(number).With(change ?? (_ => { })), token);

    private async Task SendAsync(int status, JsonObject sent, string? token = null)
    {
        Assert.True(WebhookSecret.TryParse(shown[2], out var secret));
        using var request = host.Signed(Encoding.UTF8.GetBytes(sent.ToJsonString()), secret: secret);
        if (token is not null)
        {
            request.Headers.Remove(WebhookHeaders.Signature);
            request.Headers.Add(WebhookHeaders.Token, token);
        }

        using var answer = await host.Http.SendAsync(request);
        var reply = await ApiReply.ReadAsync(answer);
        Assert.True(status == reply.Status, $"{sent["id"]}: {reply.Status} {reply.Body}");
        Record(reply);
    }

    private void Record(ApiReply reply) => answers.Add($"{reply.ETag} {reply.Body}");
}
