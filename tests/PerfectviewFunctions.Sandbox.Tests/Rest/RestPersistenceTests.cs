using System.Net;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests.Rest;

public sealed class RestPersistenceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sandbox-");

    private SandboxOptions Options => new() { DataFile = Path.Combine(folder.FullName, "books.json") };

    [Fact]
    public async Task Tokens_and_fields_survive_a_restart()
    {
        long relation;
        string token;
        await using (var first = await SandboxServer.StartAsync(Options))
        {
            var added = first.Books.AddAdministration("Derde");
            first.Books.AddUser("second", "code", added.SecurityCode2);
            token = first.Books.AddApiToken("second", added.SecurityCode2, new DateOnly(2999, 12, 31)).Token;
            first.Books.AddApiToken("second", added.SecurityCode2, token: "revoked");
            first.Books.RevokeApiToken("revoked");
            using var rest = new RestCaller(first.RestAddress);
            await rest.OpenAsync(token);
            relation = (await rest.PostAsync("relation", new JsonObject { ["name"] = "X", ["emailAddressInvoice"] = "x@example.test", ["inactive"] = true })).Id;
        }

        await using var again = await SandboxServer.StartAsync(Options);
        using var caller = new RestCaller(again.RestAddress);

        Assert.Equal("API_SESSION_004", (await caller.OpenAsync("revoked")).Code);
        Assert.Equal(HttpStatusCode.OK, (await caller.OpenAsync(token)).Status);
        var kept = (await caller.GetAsync($"relation/{relation}")).Json;
        Assert.Equal(("x@example.test", true), ((string?)kept["emailAddressInvoice"], (bool)kept["inactive"]!));
        Assert.Equal(new DateOnly(2999, 12, 31), again.Books.ApiTokens.Single(known => known.Token == token).EndDate);
    }

    [Fact]
    public async Task File_from_before_the_rest_api_loads_and_keeps_its_ledger_ids()
    {
        await using (var first = await SandboxServer.StartAsync(Options))
        {
            first.Books.First.AddRelation("10001", "Naam");
        }

        // As it was written then: no tokens, and ids that begin at 9001 in each administration.
        var file = JsonNode.Parse(await File.ReadAllTextAsync(Options.DataFile!))!.AsObject();
        file.Remove("apiTokens");
        foreach (var (account, index) in file["administrations"]![1]!["ledgerAccounts"]!.AsArray().Select((account, index) => (account!, index)))
        {
            account["id"] = 9001 + index;
        }

        await File.WriteAllTextAsync(Options.DataFile!, file.ToJsonString());
        await using var again = await SandboxServer.StartAsync(Options);
        using var caller = new RestCaller(again.RestAddress);

        Assert.Equal(HttpStatusCode.OK, (await caller.OpenAsync(SandboxDemo.SecondApiToken)).Status);
        Assert.Equal("0100", (string?)(await caller.GetAsync("ledger/9001")).Json["code"]);
        var used = again.Books.Administrations.SelectMany(administration => administration.LedgerAccounts).Max(account => account.Id);
        Assert.Equal(used + 1, again.Books.AddAdministration("Derde").LedgerAccounts.Min(account => account.Id));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
