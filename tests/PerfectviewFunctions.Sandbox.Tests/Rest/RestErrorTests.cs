using System.Net;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests.Rest;

/// <summary>Error bodies and statuses.</summary>
public sealed class RestErrorTests : RestTest
{
    [Fact]
    public async Task Error_says_what_is_wrong_and_where()
    {
        var reply = await Rest.PostAsync("mutation", Invoice().WithRow("vatCode", "NONE"));

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(
            ["errors", "type", "title", "status", "traceId", "propertyName", "code", "message"], reply.Json.Select(property => property.Key));
        Assert.Equal("""["Invalid VAT code."]""", reply.Json["errors"]!.ToJsonString());
        Assert.Equal(
            ("validation", "Invalid VAT code.", 400, "rows[0].vatCode", "MUT_109"),
            ((string?)reply.Json["type"], (string?)reply.Json["title"], (int)reply.Json["status"]!, reply.Property, reply.Code));
        Assert.NotEmpty((string)reply.Json["traceId"]!);
    }

    [Theory]
    [InlineData("mutation/99", "MUT_300")]
    [InlineData("relation/99", "REL_055")]
    [InlineData("ledger/99", "LEDG_011")]
    [InlineData("invoice", "")]
    [InlineData("mutation/x", "")]
    [InlineData("", "")]
    public async Task What_is_not_there_is_not_found(string path, string code)
    {
        var reply = await Rest.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, code, 404), (reply.Status, reply.Code, (int)reply.Json["status"]!));
    }

    [Fact]
    public async Task Method_that_a_path_does_not_have_is_not_allowed()
    {
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Rest.CallAsync(HttpMethod.Delete, "mutation/1", null)).Status);
        Assert.Equal(("", "405 Method Not Allowed"), (Books.Calls.Log[^1].Operation, Books.Calls.Log[^1].Outcome));
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.Created)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.Created)]
    [InlineData("application/json-patch+json", HttpStatusCode.Created)]
    [InlineData("application/merge+json", HttpStatusCode.Created)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/xml", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", HttpStatusCode.UnsupportedMediaType)]
    public async Task Body_is_taken_as_json_only(string contentType, HttpStatusCode status)
    {
        await Rest.OpenAsync();

        Assert.Equal(status, (await Rest.SendTextAsync(HttpMethod.Post, "mutation", Invoice().ToJsonString(), contentType)).Status);
        Assert.Equal(status == HttpStatusCode.Created ? 1 : 0, Administration.Mutations.Count);
    }

    [Theory]
    [InlineData("", "DATA_01")]
    [InlineData("{", "ERR_002")]
    [InlineData("[]", "ERR_002")]
    [InlineData("""{"type":true}""", "ERR_002")]
    [InlineData("""{"name":"half a pair \ud800"}""", "ERR_002")]
    [InlineData("""{"half a pair \udc00":1}""", "ERR_002")]
    [InlineData("""{"name":"X","type":"2","rows":[{"vatCode":"\ud800"}]}""", "ERR_002")]
    [InlineData("""{"name":"bell \u0007"}""", "ERR_002")]
    public async Task Body_that_can_not_be_read_is_refused(string body, string code)
    {
        await Rest.OpenAsync();

        foreach (var path in new[] { "mutation", "relation" })
        {
            var reply = await Rest.SendTextAsync(HttpMethod.Post, path, body);
            Assert.Equal((HttpStatusCode.BadRequest, code), (reply.Status, reply.Code));
        }

        Assert.Empty(Administration.Mutations);
        Assert.Equal("DATA_01", (await Rest.SendAsync(HttpMethod.Patch, $"relation/{RelationId}", null)).Code);
    }

    [Fact]
    public async Task Value_that_can_not_be_read_is_named()
    {
        async Task<(string Code, string Property)> BookAsync(JsonObject body)
        {
            var reply = await Rest.PostAsync("mutation", body);
            return (reply.Code, reply.Property);
        }

        Assert.Equal(("ERR_002", "ledgerId"), await BookAsync(Invoice().With("ledgerId", "1300x")));
        Assert.Equal(("ERR_002", "invoiceNumber"), await BookAsync(Invoice().With("invoiceNumber", 7)));
        Assert.Equal(("ERR_002", "rows[0].amount"), await BookAsync(Invoice().WithRow("amount", "a lot")));
        Assert.Equal(("ERR_002", "rows[0].amount"), await BookAsync(Invoice().WithRow("amount", null)));
        Assert.Equal(("ERR_002", "rows[0].amount"), await BookAsync(Invoice().WithRow("amount", 1_000_000_000_000m)));
        Assert.Equal(("ERR_002", "rows"), await BookAsync(Invoice().With("rows", new JsonArray(1))));
        Assert.Equal(("ERR_002", "date"), await BookAsync(Invoice().With("date", 20260131)));
    }

    [Fact]
    public async Task Session_comes_before_the_body()
    {
        Rest.Token = "gone";

        Assert.Equal("SECURITY_010", (await Rest.SendTextAsync(HttpMethod.Post, "mutation", "{")).Code);
    }
}
