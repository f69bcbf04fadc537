using System.Text;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Linking;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Secrets;

/// <summary>No secret in a log line, an answer or a file, whatever happens.</summary>
public sealed class SecretLeakTests
{
    private const string UserName = "gebruiker-Zq7Xw";
    private const string SecurityCode1 = "c0ffee11c0ffee22c0ffee33c0ffee44";
    private const string NextSecurityCode1 = "beefcafe11beefcafe22beefcafe3344";
    private const string SecurityCode2 = "{DEC0DE01-FACE-4BAD-8F00-0B5E55ED0001}";
    private const string AdminKeyText = "admin-key-9Kx4Jv2Lp";

    [Fact]
    public async Task No_secret_shows_in_logs_answers_or_files()
    {
        await using var world = await World.CreateAsync();
        var books = world.Sandbox.Books;
        var administration = books.AddAdministration("Gemerkt BV", Guid.Parse(SecurityCode2));
        books.AddUser(UserName, SecurityCode1, administration.SecurityCode2);
        var host = await world.AddHostAsync(builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft", LogLevel.Debug));
        await host.Services.GetRequiredService<ISecretStore>().SetAsync(SecretName.ForDeployment("admin-key"), AdminKeyText, CancellationToken.None);
        var tenant = await world.AddTenantAsync("demo", credentials: new BookkeepingCredentials.Soap(UserName, SecurityCode1, SecurityCode2));
        var webhook = world.SecretOf(tenant).Reveal();

        var answers = await LiveAsync(world, host);

        Assert.Equal(3, administration.Mutations.Count);
        var marked = new Dictionary<string, IReadOnlyList<byte[]>>
        {
            ["user name"] = [.. SecretForms.Of(UserName)],
            ["security code 1"] = [.. SecretForms.Of(SecurityCode1), .. SecretForms.Of(Convert.FromHexString(SecurityCode1))],
            ["next security code 1"] = [.. SecretForms.Of(NextSecurityCode1), .. SecretForms.Of(Convert.FromHexString(NextSecurityCode1))],
            ["security code 2"] =
            [
                .. SecretForms.Of(SecurityCode2[1..^1]),
                .. SecretForms.Of(SecurityCode2[1..^1].Replace("-", "", StringComparison.Ordinal)),
                .. SecretForms.Of(Guid.Parse(SecurityCode2).ToByteArray()),
            ],
            ["webhook secret"] = [.. SecretForms.Of(webhook["whsec_".Length..]), .. SecretForms.Of(Convert.FromBase64String(webhook["whsec_".Length..]))],
            ["admin key"] = [.. SecretForms.Of(AdminKeyText)],
        };
        Assert.NotEmpty(host.Logs.Lines);
        SecretSearch.AssertNothing(marked, host.Logs.Lines.Select(line => ("log", Encoding.UTF8.GetBytes(line))));
        SecretSearch.AssertNothing(marked, answers.Select(answer => ("answer", Encoding.UTF8.GetBytes(answer))));
        SecretSearch.AssertNothing(marked, SecretSearch.FilesOf(world));
        Assert.All(answers, ProblemAssert.TellsNothing);
    }

    [Theory]
    [InlineData("xx c0ffee11c0ffee22c0ffee33c0ffee44")]
    [InlineData("C0FFEE11C0FFEE22C0FFEE33C0FFEE44")]
    [InlineData("{\"x\":\"UHJlZml4LWMwZmZlZTExYzBmZmVlMjJjMGZmZWUzM2MwZmZlZTQ0LXN1ZmZpeA==\"}")]
    [InlineData("63306666656531316330666665653232633066666565333363306666656534 34 63306666656531316330666665653232633066666565333363306666656534 6330666665653131633066666565323263306666656533336330666665653434")]
    public void Search_finds_a_secret_that_shows(string text) =>
        Assert.True(SecretForms.Show(Encoding.UTF8.GetBytes(text), SecretForms.Of(SecurityCode1)));

    /// <summary>The main scenarios, good and bad, as text of all that was answered.</summary>
    private static async Task<IReadOnlyList<string>> LiveAsync(World world, Host host)
    {
        var answers = new List<string>();
        var books = world.Sandbox.Books;
        async Task SendAsync(string number) => answers.Add((await host.SendAsync(Events.Invoice(number))).Body);

        await SendAsync("1");
        await SendAsync("1");
        answers.Add((await host.SendAsync(Events.Invoice("bad").With(invoice => invoice["date"] = "2026-02-30"))).Body);
        answers.Add((await host.SendAsync(Events.Invoice("usd").With(invoice => invoice["currency"] = "USD"))).Body);
        foreach (var kind in new[] { FaultKind.AnswerLost, FaultKind.Malformed, FaultKind.Http500Before, FaultKind.Throttled, FaultKind.SessionGone })
        {
            books.Faults.Add(new Fault(kind) { Operation = "AddMutatie" });
        }

        await SendAsync("2");
        await SweepAsync(world, host);

        books.Faults.Clear();
        books.ChangeSecurityCode1(UserName, NextSecurityCode1);
        books.EndSessions();
        await SendAsync("3");
        await SweepAsync(world, host);
        await host.Services.GetRequiredService<TenantSecrets>().SetBookkeepingAsync(
            TenantId.Parse("demo"), new BookkeepingCredentials.Soap(UserName, NextSecurityCode1, SecurityCode2), CancellationToken.None);
        await SweepAsync(world, host);

        using var unsigned = host.Signed("[]"u8.ToArray(), secret: WebhookSecret.Generate());
        using var refused = await host.Http.SendAsync(unsigned);
        answers.Add(await refused.Content.ReadAsStringAsync());
        using var keyless = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/tenants/demo/invoices", UriKind.Relative));
        keyless.Headers.Add(AdminKey.Header, AdminKeyText[..^1]);
        using var closed = await host.Http.SendAsync(keyless);
        answers.Add(await closed.Content.ReadAsStringAsync());
        foreach (var address in new[] { "invoices", "invoices/1", "invoices/3", "attention" })
        {
            using var answer = await host.GetAsync("/api/tenants/demo/" + address);
            answers.Add(await answer.Content.ReadAsStringAsync());
        }

        foreach (var what in new[] { "", "/settings", "/history", "/vat-mappings", "/vat-mappings/choices", "/held-back", "/attention", "/invoices" })
        {
            answers.Add((await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo" + what)).Body);
        }

        foreach (var form in new[] { LinkApi.Credentials(UserName, SecurityCode1, SecurityCode2), LinkApi.Credentials(UserName, SecurityCode2, SecurityCode1) })
        {
            answers.Add((await host.TestAsync(form)).Body);
            answers.Add((await host.SaveAsync(form)).Body);
        }

        return answers;
    }

    private static async Task SweepAsync(World world, Host host)
    {
        for (var turn = 0; turn < 6; turn++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(10));
            await host.SweepAsync();
        }
    }
}
