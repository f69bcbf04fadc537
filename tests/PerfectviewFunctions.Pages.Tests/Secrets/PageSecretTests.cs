using System.Text;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Secrets;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.EndToEnd.Tests.Telemetry;
using PerfectviewFunctions.Pages.Tests.Settings;
using PerfectviewFunctions.Pages.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Secrets;

/// <summary>
/// A bookkeeper at every page, with good and bad credentials, payments and messages to Perfectview: no secret stands in a page, a cookie, a log line, a file of
/// the store, or what leaves as traces, measurements and logs.
/// </summary>
public sealed class PageSecretTests
{
    private const string User = "gebruiker-Zq7Xw";
    private const string Code1 = "c0ffee11c0ffee22c0ffee33c0ffee44";
    private const string WrongCode1 = "0badf00d0badf00d1badf00d2badf00d";
    private const string Code2 = "DEC0DE01-FACE-4BAD-8F00-0B5E55ED0001";
    private const string ApiToken = "Pq7Rs2Tv-Wx9Yz4Ab6Cd8Ef1Gh3Jk5Lm0Np";
    private const string WrongApiToken = "Zz9Yy8Xx-Ww7Vv6Uu5Tt4Ss3Rr2Qq1Pp0Oo";
    private const string AdminKeyText = "admin-key-9Kx4Jv2Lp";
    private const string WrongKey = "admin-key-wrong-7Tq1Zs";

    private static readonly string[] Pages =
    [
        "/koppeling", "/koppeling/demo", "/koppeling/demo/instellingen", "/koppeling/demo/btw-en-grootboek", "/koppeling/demo/boekingen", "/koppeling/demo/boekingen/csv",
        "/koppeling/demo/boekingen/factuur?nummer=1", "/koppeling/demo/boekingen/berichten", "/koppeling/demo/relaties", "/koppeling/demo/relaties/relatie?id=rel-1",
        "/koppeling/demo/openstaand", "/koppeling/demo/openstaand/bestand", "/koppeling/demo/hulp", "/koppeling/_/nieuw", "/koppeling/niet", "/koppeling/demo/niet",
    ];

    private readonly List<string> pages = [];

    [Fact]
    public async Task No_secret_shows_on_a_page_or_behind_it()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var world = await World.CreateAsync();
        var books = world.Sandbox.Books.AddAdministration("Gemerkt BV", Guid.Parse(Code2));
        world.Sandbox.Books.AddUser(User, Code1, books.SecurityCode2);
        world.Sandbox.Books.AddApiToken(User, books.SecurityCode2, token: ApiToken);
        var host = await world.AddHostAsync(builder =>
        {
            receiver.Take(builder);
            builder.Logging.SetMinimumLevel(LogLevel.Trace);
        });
        await host.Services.GetRequiredService<ISecretStore>().SetAsync(SecretName.ForDeployment("admin-key"), AdminKeyText, CancellationToken.None);
        await world.AddTenantAsync(
            "demo",
            Payments.PaymentsOn with { CallbackAddress = world.Sandbox.CallbackAddress.ToString() },
            credentials: new BookkeepingCredentials.Soap(User, Code1, $"{{{Code2}}}"));
        var secret = world.SecretOf(TenantId.Parse("demo")).Reveal();
        using var visitor = Visitor.To(host);

        await SignInAsync(visitor);
        await WorkAsync(world, host, books);
        var made = await ChangeSettingsAsync(visitor);
        foreach (var page in Pages)
        {
            await visitor.OpenAsync(page);
            Keep(visitor);
        }

        var files = SecretSearch.FilesOf(world).ToList();
        await world.RemoveHostAsync(host);

        Assert.Single(books.Mutations, booked => booked.InvoiceNumber == "1" && booked.Kind == MutationKind.FactuurVerstuurd);
        Assert.NotEmpty(world.Sandbox.Books.Receiver.Arrivals);
        Assert.Contains("AddMutatie", receiver.Text("traces"), StringComparison.Ordinal);
        var marked = Marked([secret, .. made]);
        SecretSearch.AssertNothing(marked, pages.Select(page => ("answer", Encoding.UTF8.GetBytes(page))));
        SecretSearch.AssertNothing(marked, host.Logs.Lines.Select(line => ("log", Encoding.UTF8.GetBytes(line))));
        SecretSearch.AssertNothing(marked, files);
        SecretSearch.AssertNothing(marked, receiver.All.Select(body => ("telemetry", body)));
        SecretSearch.AssertNothing(marked, world.Sandbox.Books.Receiver.Arrivals.Select(arrival => ("message", Encoding.UTF8.GetBytes($"{arrival.Path} {string.Join(' ', arrival.Headers)} {arrival.Body}"))));
    }

    private async Task SignInAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/koppeling/_/aanmelden?terug=%2Fkoppeling");
        await visitor.SubmitAsync("Aanmelden", ("adminKey", WrongKey));
        Keep(visitor);
        await visitor.SignInAsync();
        Keep(visitor);
    }

    private static async Task WorkAsync(World world, Host host, SandboxAdministration books)
    {
        await host.SendAsync(Events.Invoice("1"));
        await host.SendAsync(Events.Invoice("usd").With(invoice => invoice["currency"] = "USD"));
        Assert.IsType<PaymentResult.Registered>(books.RegisterPayment("1", 21m));
        await world.ReadAsync(host);
        await host.DeliverAsync();
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("2"));
        await host.Services.GetRequiredService<TimerRun<StockTaking>>().RunAsync(CancellationToken.None);
    }

    /// <summary>What was made and shown once, by the page that shows it, which is not searched.</summary>
    private async Task<IReadOnlyList<string>> ChangeSettingsAsync(Visitor visitor)
    {
        foreach (var (button, code1, code2) in new[]
        {
            ("Testen", Code1, Code2), ("Testen", WrongCode1, Code2), ("Gegevens opslaan", WrongCode1, Code2), ("Gegevens opslaan", Code2, Code1), ("Gegevens opslaan", Code1, Code2),
        })
        {
            await visitor.OpenAsync(SettingsVisit.Address);
            await visitor.SubmitAsync(button, ("userName", User), ("securityCode1", code1), ("securityCode2", code2));
            Keep(visitor);
        }

        foreach (var (button, token, code2) in new[]
        {
            ("Testen", WrongApiToken, ""), ("Testen", ApiToken + "\n", ""), ("Gegevens opslaan", ApiToken, Code2), ("Gegevens opslaan", ApiToken + " " + ApiToken, ""),
            ("Gegevens opslaan", "", ApiToken), ("Gegevens opslaan", ApiToken, ""),
        })
        {
            await visitor.OpenAsync(SettingsVisit.Address);
            await visitor.SubmitAsync(button, ("token", token), ("securityCode2", code2));
            Keep(visitor);
        }

        var made = new List<string>();
        foreach (var button in new[] { "Nieuw geheim maken", "Leessleutel maken" })
        {
            await visitor.OpenAsync(SettingsVisit.Address);
            await visitor.SubmitAsync(button);
            made.Add(visitor.Page.QuerySelector("#secret")!.GetAttribute("value")!);
        }

        return made;
    }

    private void Keep(Visitor visitor) => pages.Add($"{visitor.Address} {visitor.Page.Source.Text} {visitor.Page.Cookie}");

    private static Dictionary<string, IReadOnlyList<byte[]>> Marked(IEnumerable<string> made)
    {
        var marked = new Dictionary<string, IReadOnlyList<byte[]>>
        {
            [Code2] = [.. SecretForms.Of(Code2), .. SecretForms.Of(Code2.Replace("-", "", StringComparison.Ordinal)), .. SecretForms.Of(Guid.Parse(Code2).ToByteArray())],
        };
        foreach (var code in new[] { Code1, WrongCode1 })
        {
            marked[code] = [.. SecretForms.Of(code), .. SecretForms.Of(Convert.FromHexString(code))];
        }

        foreach (var plain in made.Select(text => text[(text.IndexOf('_', StringComparison.Ordinal) + 1)..]).Concat([User, ApiToken, WrongApiToken, AdminKeyText, WrongKey]))
        {
            marked[plain] = [.. SecretForms.Of(plain)];
        }

        return marked;
    }
}
