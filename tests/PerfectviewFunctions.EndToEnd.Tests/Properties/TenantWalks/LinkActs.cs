using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EndToEnd.Tests.Linking;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;

/// <summary>What people do with a link: tests, new credentials, unlinking, linking again, another administration and back, another secret.</summary>
internal sealed class LinkActs(Stage stage)
{
    private static readonly string[] Obstacles =
    [
        "other-administration", "administration-busy", "administration-in-use", "link-being-changed", "prefix-needed", "prefix-needed-elsewhere",
    ];

    public Func<Task> Draw(bool together)
    {
        var (party, host) = (stage.Pick(stage.Parties), stage.PickHost());
        var own = stage.BooksOf(party);
        var other = stage.Administrations.Single(administration => administration != own);
        var (isRelinked, elsewhere, draw, keepHours) = (stage.Next(3) > 0, stage.Next(4) == 0, stage.Next(13), stage.Next(3) == 0 ? 0 : 1 + stage.Next(30));
        if (!party.IsLinked && isRelinked)
        {
            return () => SaveAsync(party, host, elsewhere ? other : own, confirm: true);
        }

        return draw switch
        {
            < 2 => () => UnlinkAsync(party, host),
            < 5 => () => SaveAsync(party, host, other, confirm: true),
            5 => () => SaveAsync(party, host, other, confirm: false),
            < 8 => () => SaveAsync(party, host, own, confirm: false),
            8 => () => SaveWronglyAsync(party, host, own),
            9 => () => TestAsync(party, host, []),
            10 => () => TestAsync(party, host, Credentials(party, other)),
            11 when !together => () => RotateAsync(party, host, keepHours),
            12 when !together => () => RetireAsync(party, host),
            _ => () => TestAsync(party, host, []),
        };
    }

    public JsonObject Credentials(Party party, SandboxAdministration administration, bool? confirm = null) =>
        stage.World.Api == BookkeepingApi.Soap
            ? LinkApi.Credentials(party.UserName, stage.Code1Of(party), administration.SecurityCode2.ToString(), confirm)
            : LinkApi.Token(stage.Books.AddApiToken(party.UserName, administration.SecurityCode2).Token, confirm);

    /// <summary>The sender is given its new secret.</summary>
    public static void Adopt(Party party) => (party.Used, party.TakenUntil) = (party.Current, DateTimeOffset.MaxValue);

    private async Task SaveAsync(Party party, Host host, SandboxAdministration books, bool confirm)
    {
        party.MayMove |= confirm;
        var reply = await host.SaveAsync(Credentials(party, books, confirm), party.Name);
        stage.Expect(reply, $"{party.Name} credentials of {books.Name}{(confirm ? ", confirmed" : "")}", 200, 409, 422, 503);
        if (reply.Status == 409)
        {
            Assert.Contains(reply.ReasonCode, Obstacles);
        }
    }

    private async Task SaveWronglyAsync(Party party, Host host, SandboxAdministration books)
    {
        const string wrong = "ffffffffffffffffffffffffffffffff";
        var sent = stage.World.Api == BookkeepingApi.Soap
            ? LinkApi.Credentials(party.UserName, wrong, books.SecurityCode2.ToString())
            : LinkApi.Token(wrong);
        stage.Expect(await host.SaveAsync(sent, party.Name), $"{party.Name} wrong credentials", 422, 503);
    }

    private async Task UnlinkAsync(Party party, Host host)
    {
        var reply = await host.UnlinkAsync(party.Name);
        stage.Expect(reply, $"{party.Name} unlink", 200, 409);
        if (reply.Status == 409)
        {
            Assert.Equal("link-being-changed", reply.ReasonCode);
        }
    }

    private async Task TestAsync(Party party, Host host, JsonObject credentials)
    {
        var reply = await host.TestAsync(credentials, party.Name);
        stage.Expect(reply, $"{party.Name} test", 200);
    }

    private async Task RotateAsync(Party party, Host host, int keepHours)
    {
        var wasCurrent = party.Used == party.Current;
        var reply = await host.RotateAsync(keepHours, party.Name);
        stage.Expect(reply, $"{party.Name} rotate, keep {keepHours}", 200, 409);
        if (reply.Status == 409)
        {
            return;
        }

        if (reply.Status != 200)
        {
            // Nobody saw the secret, if there is one: it is made again, and what the sender has may be one too old.
            reply = await stage.Clean.RotateAsync(keepHours, party.Name);
            Assert.True(reply.Status == 200, reply.Body);
            wasCurrent = false;
        }

        Assert.True(WebhookSecret.TryParse(reply.Json["secret"]!.GetValue<string>(), out var secret));
        party.Current = secret;
        party.TakenUntil = !wasCurrent ? null : keepHours == 0 ? DateTimeOffset.MinValue : reply.Json["previousUntil"]!.GetValue<DateTimeOffset>();
    }

    /// <summary>Only ever asked where it must be refused.</summary>
    private async Task RetireAsync(Party party, Host host)
    {
        if (party.IsLinked)
        {
            var reply = await host.RetireAsync(party.Name);
            stage.Expect(reply, $"{party.Name} retire", 409);
            if (reply.Status == 409)
            {
                Assert.Contains(reply.ReasonCode, (string[])["still-linked", "link-being-changed"]);
            }
        }
    }
}
