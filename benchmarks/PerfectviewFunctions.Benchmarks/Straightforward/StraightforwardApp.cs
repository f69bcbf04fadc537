using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace PerfectviewFunctions.Benchmarks.Straightforward;

/// <summary>
/// What everything is compared with: a connector as the open ones between a shop or CRM and e-Boekhouden are written. A webhook comes in; for each invoice
/// a session is opened, the relation looked up by its code and made when it is not there, the invoice booked, the session closed; then it answers. Once an
/// hour it asks for each open invoice whether it is paid.
/// </summary>
/// <remarks>
/// It is asynchronous throughout, its connections are pooled, and its requests run side by side, also within one administration. What it does not do:
/// store anything (what it knows is gone with the process), recognise an event that comes twice, retry or look up what became of a call that
/// failed, keep two workers off one administration, compare a relation with what stands under its code, check amounts, hold anything back, tell anybody.
/// So an invoice whose answer is lost is booked twice when it is sent again, and one that fails is the sender's to remember.
/// </remarks>
internal sealed class StraightforwardApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;
    private readonly ConcurrentDictionary<string, StraightforwardTenant> tenants;

    private StraightforwardApp(WebApplication app, HttpClient http, ConcurrentDictionary<string, StraightforwardTenant> tenants, BooksClient books)
    {
        this.app = app;
        this.http = http;
        this.tenants = tenants;
        Payments = new PaymentRun(books);
    }

    public Uri Address => new(app.Urls.First());

    public PaymentRun Payments { get; }

    public IReadOnlyCollection<StraightforwardTenant> Tenants => [.. tenants.Values];

    /// <param name="handler">How the books are reached; by itself over pooled connections.</param>
    public static async Task<StraightforwardApp> StartAsync(Uri books, HttpMessageHandler? handler = null)
    {
        var toBooks = new HttpClient(handler ?? new SocketsHttpHandler { UseCookies = false });
        var client = new BooksClient(toBooks, books);
        var known = new ConcurrentDictionary<string, StraightforwardTenant>(StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        var webhook = new Webhook(known, new InvoiceBooking(client));
        web.MapPost("/webhooks/{tenant}", webhook.HandleAsync);
        await web.StartAsync();
        return new StraightforwardApp(web, toBooks, known, client);
    }

    public void Add(StraightforwardTenant tenant) => tenants[tenant.Name] = tenant;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }
}
