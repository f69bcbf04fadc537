using System.Net.Http.Headers;
using System.Text;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Gate;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Api;

/// <summary>Open balances as a spreadsheet gets them.</summary>
public sealed class OpenBalancesCsvTests
{
    private const string Address = "/api/tenants/demo/open-balances";

    [Fact]
    public async Task Table_is_as_a_spreadsheet_of_its_language_reads_it_and_nothing_in_it_is_a_formula()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var hostile = Events.Debtor("rel-1", "=HYPERLINK(\"http://x\";\"De, Korenaar\")", "K100");
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("2026-0042").For(hostile))).Outcome);
        var credit = Events.Invoice("@C1", -100m).For(hostile.DeepClone().AsObject());
        credit["type"] = "invoice.credited";
        Assert.Equal("booked", (await host.SendAsync(credit)).Outcome);
        await world.ReadAsync(host);
        world.Pay("2026-0042", 20.50m);
        Assert.True(world.Books.DeleteMutation(2));
        await world.ReadAsync(host);
        world.Clock.Advance(TimeSpan.FromDays(20));

        var (nl, headers) = await GetAsync(host, "?format=csv");
        var (en, english) = await GetAsync(host, "?lang=en", "text/csv");

        Assert.Equal(
            "\uFEFFFactuurnummer;Nummer in e-Boekhouden;Debiteur;Debiteurcode;Factuurdatum;Vervaldatum;Dagen te laat;Bedrag;Betaald;Openstaand;Status;Statuscode;"
            + "Sinds;Wordt gevolgd;Toelichting;Wat te doen;Melding aan Perfectview\r\n"
            + "2026-0042;2026-0042;\"'=HYPERLINK(\"\"http://x\"\";\"\"De, Korenaar\"\")\";K100;2026-03-02;2026-03-16;6;121,00;20,50;100,50;Deels betaald;partly-paid;"
            + "2026-03-02 12:00;ja;;;\r\n"
            + "'@C1;'@C1;\"'=HYPERLINK(\"\"http://x\"\";\"\"De, Korenaar\"\")\";K100;2026-03-02;2026-03-16;6;-121,00;;;Boeking verwijderd;removed;2026-03-02 12:00;ja;"
            + "De boeking (mutatie 2) staat niet meer in e-Boekhouden: iemand heeft haar daar verwijderd.;"
            + "\"Was het een vergissing: voer de factuur in e-Boekhouden zelf weer in, met hetzelfde nummer, dezelfde relatie en hetzelfde bedrag; dan volgt de "
            + "koppeling haar weer. Anders hoeft u niets te doen.\";\r\n",
            nl);
        Assert.Equal("attachment; filename=openstaande-saldi-demo-2026-03-22.csv", headers.ContentDisposition?.ToString());
        Assert.Equal("text/csv; charset=utf-8", headers.ContentType?.ToString());

        var lines = en.Split("\r\n");
        Assert.StartsWith("\uFEFFInvoice number,Number in e-Boekhouden,Debtor,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",121.00,20.50,100.50,Partly paid,partly-paid,2026-03-02 12:00,yes,,,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",-121.00,,,Booking removed,removed,", lines[2], StringComparison.Ordinal);
        Assert.Equal("attachment; filename=open-balances-demo-2026-03-22.csv", english.ContentDisposition?.ToString());
    }

    [Fact]
    public async Task Table_of_nothing_has_its_header_and_a_form_that_there_is_not_is_refused()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;

        Assert.Single((await GetAsync(host, "?format=csv")).Text.TrimEnd().Split("\r\n"));
        foreach (var query in new[] { "?format=xlsx", "?format=csv&lang=de", "?lang=", "?format=csv&format=csv" })
        {
            var refused = await host.ApiAsync(HttpMethod.Get, Address + query);
            ProblemAssert.Is(400, new Reply(refused.Status, refused.Body, refused.ContentType));
        }
    }

    private static async Task<(string Text, HttpContentHeaders Headers)> GetAsync(Host host, string query, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address + query, UriKind.Relative));
        request.Headers.Add(AdminKey.Header, (await host.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(CancellationToken.None)).Value);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await host.Http.SendAsync(request);
        Assert.Equal(200, (int)answer.StatusCode);
        return (Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()), answer.Content.Headers);
    }
}
