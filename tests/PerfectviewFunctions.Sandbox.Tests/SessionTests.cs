using System.Net;
using System.Xml.Linq;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

public sealed class SessionTests : SandboxTest
{
    [Fact]
    public async Task Session_id_is_a_guid_with_braces_of_38_characters()
    {
        await Soap.OpenAsync();

        Assert.Matches("^[{][0-9A-F-]{36}[}]$", Soap.SessionId);
        Assert.Equal(1, Books.Calls.SessionsOpened);
    }

    [Theory]
    [InlineData("E001.1", "somebody", SandboxDemo.SecurityCode1, SandboxDemo.SecurityCode2)]
    [InlineData("E001.1", SandboxDemo.UserName, "00000000000000000000000000000000", SandboxDemo.SecurityCode2)]
    [InlineData("E001.3", SandboxDemo.UserName, SandboxDemo.SecurityCode1, "{99999999-0000-4000-8000-000000000000}")]
    [InlineData("E001.3", SandboxDemo.UserName, SandboxDemo.SecurityCode1, "no guid")]
    [InlineData("E001.2", "nobody's", "code", SandboxDemo.SecurityCode2)]
    [InlineData("E001.5", "guest", "code", SandboxDemo.SecurityCode2)]
    public async Task Wrong_credentials_are_refused_with_their_code(string code, string user, string code1, string code2)
    {
        Books.AddUser("nobody's", "code");
        Books.AddUser("guest", "code", Books.Administrations[1].SecurityCode2);

        var reply = await Soap.OpenAsync(user, code1, code2);

        Assert.Equal((HttpStatusCode.OK, code, null), (reply.Status, reply.ErrorCode, reply.Text("SessionID")));
        Assert.Equal(0, Books.Calls.SessionsOpened);
    }

    [Fact]
    public async Task Security_code_1_changes_with_the_password()
    {
        Books.ChangeSecurityCode1(SandboxDemo.UserName, "new");

        Assert.Equal("E001.1", (await Soap.OpenAsync()).ErrorCode);
        Assert.Equal("", (await Soap.OpenAsync(code1: "new")).ErrorCode);
    }

    [Fact]
    public async Task Missing_permission_can_be_switched_on()
    {
        Switch(switches => switches with { NoPermission = true });

        Assert.Equal("E001.5", (await Soap.OpenAsync()).ErrorCode);
    }

    [Theory]
    [InlineData("no session", "E002.1")]
    [InlineData("{00000000-0000-4000-8000-000000000000}", "E002.2")]
    public async Task Unknown_session_is_refused(string sessionId, string code)
    {
        Soap.SessionId = sessionId;

        Assert.Equal(code, (await Soap.CallAsync("GetRelaties", Wire.RelationFilter())).ErrorCode);
    }

    [Fact]
    public async Task Session_expires_at_the_end_of_its_lifetime()
    {
        Switch(switches => switches with { SessionLifetime = TimeSpan.FromMinutes(5) });
        await Soap.OpenAsync();

        Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Equal("", (await Soap.CallAsync("GetRelaties", Wire.RelationFilter())).ErrorCode);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("E002.3", (await Soap.CallAsync("GetRelaties", Wire.RelationFilter())).ErrorCode);
    }

    [Fact]
    public async Task Closed_session_is_refused()
    {
        await Soap.OpenAsync();
        var closed = await Soap.SendAsync("CloseSession", new XElement(SoapCaller.Tns + "SessionID", Soap.SessionId));

        Assert.Empty(closed.All("CloseSessionResponse").Single().Elements());
        Assert.Equal("E002.4", (await Soap.CallAsync("GetRelaties", Wire.RelationFilter())).ErrorCode);
    }

    [Fact]
    public async Task Ended_sessions_are_unknown()
    {
        await Soap.OpenAsync();
        Books.EndSessions();

        Assert.Equal("E002.2", (await Soap.CallAsync("GetRelaties", Wire.RelationFilter())).ErrorCode);
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "E002.4")]
    public async Task New_session_ends_the_old_one_only_when_switched(bool ends, string code)
    {
        Switch(switches => switches with { NewSessionEndsOld = ends });
        await Soap.OpenAsync();
        var old = Soap.SessionId;
        await Soap.OpenAsync();
        Soap.SessionId = old;

        Assert.Equal(code, (await Soap.CallAsync("GetRelaties", Wire.RelationFilter())).ErrorCode);
    }

    [Fact]
    public async Task Session_opens_its_own_administration_only()
    {
        await Soap.OpenAsync();
        Soap.SecurityCode2 = SandboxDemo.SecondSecurityCode2;

        Assert.Equal("E001.3", (await Soap.CallAsync("AddMutatie", Wire.Invoice())).ErrorCode);
        Assert.Empty(Books.Administrations.SelectMany(administration => administration.Mutations));
    }

    [Fact]
    public async Task Codes_lose_their_dot_when_switched()
    {
        Switch(switches => switches with { DottedCodes = false });
        Soap.SessionId = Guid.NewGuid().ToString("B");

        Assert.Equal("E0022", (await Soap.CallAsync("GetRelaties", Wire.RelationFilter())).ErrorCode);
    }

    [Fact]
    public async Task Administrations_of_the_user_are_listed_with_their_second_code()
    {
        Books.AddAdministration("Van een ander");

        var reply = await Soap.CallAsync("GetAdministraties");

        Assert.Equal([SandboxDemo.AdministrationName, SandboxDemo.SecondAdministrationName], reply.All("Bedrijf").Select(name => name.Value));
        Assert.Equal(Guid.Parse(SandboxDemo.SecurityCode2), Guid.Parse(reply.All("Guid")[0].Value));
    }
}
