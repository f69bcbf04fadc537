using System.Net;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests.Rest;

public sealed class RestSessionTests : RestTest
{
    [Fact]
    public async Task Session_has_a_token_and_the_seconds_it_lives()
    {
        Switch(switches => switches with { SessionLifetime = TimeSpan.FromMinutes(60) });

        var opened = await Rest.OpenAsync();

        Assert.Equal((HttpStatusCode.OK, 3600), (opened.Status, (int)opened.Json["expiresIn"]!));
        Assert.Equal(1, Books.Calls.SessionsOpened);
        Assert.Equal(HttpStatusCode.OK, (await Rest.GetAsync("relation")).Status);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("Bearer ", HttpStatusCode.OK)]
    [InlineData("bearer  ", HttpStatusCode.OK)]
    [InlineData("Basic ", HttpStatusCode.Unauthorized)]
    public async Task Token_is_taken_bare_and_after_bearer(string before, HttpStatusCode status)
    {
        await Rest.OpenAsync();
        Rest.Token = before + Rest.Token;

        Assert.Equal(status, (await Rest.GetAsync("relation?limit=1")).Status);
    }

    [Theory]
    [InlineData(null, "API_SESSION_001")]
    [InlineData("", "API_SESSION_001")]
    [InlineData("perfect-vw", "API_SESSION_002")]
    [InlineData("elevenchars", "API_SESSION_002")]
    [InlineData("with\n", "API_SESSION_002")]
    [InlineData("ten_chars1", "")]
    [InlineData("with space", "")]
    public async Task Source_has_one_to_ten_signs_of_its_pattern(string? source, string code)
    {
        var reply = await Rest.OpenAsync(source: source);

        Assert.Equal((code.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.BadRequest, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Token_that_opens_nothing_is_refused_with_its_code()
    {
        var administration = Administration.SecurityCode2;
        Books.AddApiToken(SandboxDemo.UserName, administration, new DateOnly(2026, 3, 2), "until today");
        Books.AddApiToken(SandboxDemo.UserName, administration, new DateOnly(2026, 3, 1), "until yesterday");
        Books.AddApiToken(SandboxDemo.UserName, Books.AddAdministration("Van een ander").SecurityCode2, token: "no access");
        Books.AddApiToken("nobody", administration, token: "no user");
        Books.AddApiToken(SandboxDemo.UserName, administration, token: "revoked");
        Assert.True(Books.RevokeApiToken("revoked"));
        Assert.False(Books.RevokeApiToken("unknown"));

        async Task<(HttpStatusCode, string)> OpenAsync(string token)
        {
            var reply = await Rest.OpenAsync(token);
            return (reply.Status, reply.Code);
        }

        Assert.Equal((HttpStatusCode.OK, ""), await OpenAsync("until today"));
        Assert.Equal((HttpStatusCode.BadRequest, "API_SESSION_003"), await OpenAsync(""));
        Assert.Equal((HttpStatusCode.BadRequest, "API_SESSION_004"), await OpenAsync("until yesterday"));
        Assert.Equal((HttpStatusCode.BadRequest, "API_SESSION_004"), await OpenAsync("revoked"));
        Assert.Equal((HttpStatusCode.Unauthorized, "SECURITY_999"), await OpenAsync("unknown"));
        Assert.Equal((HttpStatusCode.Forbidden, "SECURITY_003"), await OpenAsync("no access"));
        Assert.Equal((HttpStatusCode.Forbidden, "SECURITY_003"), await OpenAsync("no user"));
        Assert.Equal(1, Books.Calls.SessionsOpened);
    }

    [Fact]
    public async Task Missing_permission_is_forbidden()
    {
        Switch(switches => switches with { NoPermission = true });

        var reply = await Rest.OpenAsync();

        Assert.Equal((HttpStatusCode.Forbidden, "SECURITY_001", "security", "0"),
            (reply.Status, reply.Code, (string?)reply.Json["type"], (string?)reply.Json["securityType"]));
    }

    [Fact]
    public async Task Session_that_is_expired_ended_closed_or_of_soap_is_not_authenticated()
    {
        async Task RefusedAsync()
        {
            var reply = await Rest.GetAsync("relation");
            Assert.Equal((HttpStatusCode.Unauthorized, "SECURITY_010", "security"), (reply.Status, reply.Code, (string?)reply.Json["type"]));
        }

        await Rest.OpenAsync();
        Clock.Advance(TimeSpan.FromMinutes(20) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await Rest.GetAsync("relation")).Status);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await RefusedAsync();

        await Rest.OpenAsync();
        Books.EndSessions();
        await RefusedAsync();

        await Rest.OpenAsync();
        var closed = await Rest.CallAsync(HttpMethod.Delete, "session", null);
        Assert.Equal((HttpStatusCode.NoContent, ""), (closed.Status, closed.Body));
        await RefusedAsync();
        Assert.Equal("SECURITY_010", (await Rest.CallAsync(HttpMethod.Delete, "session", null)).Code);

        await Soap.OpenAsync();
        Rest.Token = Soap.SessionId;
        await RefusedAsync();
        Rest.Token = "no session";
        await RefusedAsync();
        Rest.Token = "";
        Assert.Equal("SECURITY_010", (await Rest.SendAsync(HttpMethod.Get, "relation", null)).Code);
    }

    [Fact]
    public async Task Session_of_rest_opens_nothing_by_soap()
    {
        await Rest.OpenAsync();
        Soap.SessionId = Rest.Token;

        Assert.Equal("E002.2", (await Soap.CallAsync("GetRelaties", Wire.RelationFilter())).ErrorCode);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.Unauthorized)]
    public async Task New_session_ends_the_old_one_of_its_api_only_when_switched(bool ends, HttpStatusCode status)
    {
        Switch(switches => switches with { NewSessionEndsOld = ends });
        await Soap.OpenAsync();
        await Rest.OpenAsync();
        var old = Rest.Token;
        await Rest.OpenAsync();
        Rest.Token = old;

        Assert.Equal(status, (await Rest.GetAsync("relation")).Status);
        Assert.Equal("", (await Soap.CallAsync("GetRelaties", Wire.RelationFilter())).ErrorCode);
    }

    [Fact]
    public async Task Token_decides_the_administration()
    {
        await Rest.OpenAsync(SandboxDemo.SecondApiToken);

        Assert.Empty((await Rest.GetAsync("relation")).Items);
        Assert.Equal("MUT_007", (await Rest.PostAsync("mutation", Invoice())).Code);
    }

    [Fact]
    public async Task Administrations_are_for_accountants_and_linked_ones_for_all()
    {
        var refused = await Rest.GetAsync("administration");
        var linked = await Rest.GetAsync("administration/linked?limit=1");

        Assert.Equal((HttpStatusCode.BadRequest, "EP_001"), (refused.Status, refused.Code));
        Assert.Equal([SandboxDemo.AdministrationName], linked.All("company"));
        Assert.Equal(Guid.Parse(SandboxDemo.SecurityCode2), Guid.Parse(linked.All("guid")[0]));
    }

    [Fact]
    public async Task Names_are_read_without_regard_to_case()
    {
        var reply = await Rest.SendAsync(HttpMethod.Post, "session", new JsonObject { ["AccessToken"] = SandboxDemo.ApiToken, ["SOURCE"] = "x" });

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }
}
