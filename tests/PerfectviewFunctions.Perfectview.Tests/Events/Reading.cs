using System.Text;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Perfectview.Events;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

internal static class Reading
{
    public static readonly WebhookEventReader Reader = new();

    public static EventsRead All(string body) => Reader.Read(Encoding.UTF8.GetBytes(body));

    public static IReadOnlyList<EventRead> Events(byte[] body) => Assert.IsType<EventsRead.Events>(Reader.Read(body)).Items;

    public static EventRead One(byte[] body) => Assert.Single(Events(body));

    public static EventRead.Faulty Faulty(byte[] body) => Assert.IsType<EventRead.Faulty>(One(body));

    public static EventRead.Faulty Faulty(string body) => Faulty(Encoding.UTF8.GetBytes(body));

    public static EventRead.Valid Valid(byte[] body)
    {
        var read = One(body);
        Assert.Empty(read is EventRead.Faulty faulty ? faulty.Faults : []);
        return (EventRead.Valid)read;
    }

    public static InvoiceDocument Invoice(byte[] body) => Invoice(Valid(body).Event);

    public static InvoiceDocument Invoice(PerfectviewEvent read) => Assert.IsType<PerfectviewEvent.InvoiceSent>(read).Invoice;

    public static PerfectviewEvent.RelationChanged Relation(byte[] body) => Assert.IsType<PerfectviewEvent.RelationChanged>(Valid(body).Event);

    public static PerfectviewEvent.RelationChanged Relation(string body) => Relation(Encoding.UTF8.GetBytes(body));

    public static string Text(EventRead read) => Encoding.UTF8.GetString(read.Body.Span);
}
