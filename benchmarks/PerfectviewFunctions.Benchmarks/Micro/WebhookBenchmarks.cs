using BenchmarkDotNet.Attributes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EBoekhouden.Soap.Messages;
using PerfectviewFunctions.EBoekhouden.Soap.Sessions;
using PerfectviewFunctions.Perfectview.Events;
using PerfectviewFunctions.Perfectview.Signing;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>From the bytes of a webhook to those of the booking, without a store and without the books.</summary>
public class WebhookBenchmarks
{
    private const string MessageId = "msg_2026_0001";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly WebhookSecret secret = WebhookSecret.Generate();
    private readonly SoapSession session = new("{6D3B1C9A-0000-0000-0000-000000000001}", "security code 2");
    private readonly WebhookEventReader reader = new();
    private readonly Tenant tenant = BooksTenant.Create();
    private byte[] body = [];
    private string signature = "";
    private InvoiceDocument? invoice;
    private Booking? booking;

    public static IEnumerable<WebhookCase> Cases { get; } = [new(1, 0), new(10, 0), new(100, 0), new(1, 20_000), new(1, 200_000), new(100, 200_000)];

    [ParamsSource(nameof(Cases))]
    public WebhookCase Case { get; set; } = new(1, 0);

    [GlobalSetup]
    public void SetUp()
    {
        body = EventText.One(Case);
        signature = StandardWebhooks.Sign(secret, MessageId, Now, body);
        Require.That(Verify() == SignatureResult.Valid, "the signature fits");
        invoice = InvoiceIn(Parse());
        booking = Map();
        Require.That(booking.Lines.Count == Case.Lines, "the booking has its lines");
        Require.That(Serialise() > 200 * Case.Lines, "the message has them too");
        Require.That(All() == Serialise(), "all steps together come to the same");
    }

    [Benchmark]
    public SignatureResult Verify() =>
        StandardWebhooks.Verify(body, MessageId, StandardWebhooks.FormatTimestamp(Now), signature, [secret], Now);

    [Benchmark]
    public EventsRead Parse() => reader.Read(body);

    [Benchmark]
    public Booking Map() => Map(invoice!);

    [Benchmark]
    public int Serialise() => Serialise(booking!);

    [Benchmark]
    public int All()
    {
        Require.That(Verify() == SignatureResult.Valid, "the signature fits");
        return Serialise(Map(InvoiceIn(Parse())));
    }

    private static InvoiceDocument InvoiceIn(EventsRead read) =>
        read is EventsRead.Events { Items: [EventRead.Valid { Event: PerfectviewEvent.InvoiceSent sent }] }
            ? sent.Invoice
            : throw new InvalidOperationException($"The event was not understood: {read}");

    private Booking Map(InvoiceDocument document) => BookingPlan.Make(document, tenant) is BookingPlan.Ready ready
        ? ready.WithDebtor("D1001")
        : throw new InvalidOperationException("The invoice can't be booked.");

    private int Serialise(Booking made) => SoapEnvelope.Write(AddMutatie.Call(session, made)).Length;
}
