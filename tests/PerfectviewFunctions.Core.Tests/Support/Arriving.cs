using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Tests.Mapping;

namespace PerfectviewFunctions.Core.Tests.Support;

/// <summary>Events as a reader would hand them over, and the reader that knows them again by their stored bodies.</summary>
internal sealed class Arriving : IEventReader
{
    private static readonly DateTimeOffset Happened = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentDictionary<string, PerfectviewEvent> byBody = new(StringComparer.Ordinal);

    /// <summary>A valid event of an invoice of 121.00; another <paramref name="text"/> makes another body.</summary>
    public EventRead.Valid Valid(
        string id, string number, int minute = 0, decimal net = 100m, string text = "", DebtorDetails? debtor = null)
    {
        var document = Sample.Invoice(net * 1.21m, Sample.Line(1, net)) with { Number = number, Debtor = debtor ?? Debtor("r-1") };
        var sent = new PerfectviewEvent.InvoiceSent(id, Happened.AddMinutes(minute), document);
        var body = string.Create(CultureInfo.InvariantCulture, $"{id}|{number}|{minute}|{net}|{document.Debtor.Id}|{text}");
        byBody[body] = sent;
        return new EventRead.Valid(sent, Encoding.UTF8.GetBytes(body));
    }

    /// <summary>A valid event of a relation: its name, and whatever more is said of it.</summary>
    public EventRead.Valid Changed(string id, DebtorDetails said, int minute = 0, params RelationField[] mentioned)
    {
        var changed = new PerfectviewEvent.RelationChanged(
            id, Happened.AddMinutes(minute), "relation.updated", new RelationChange(said, mentioned.ToHashSet()));
        var body = string.Create(CultureInfo.InvariantCulture, $"{id}|{minute}|{said}|{string.Join(',', mentioned)}");
        byBody[body] = changed;
        return new EventRead.Valid(changed, Encoding.UTF8.GetBytes(body));
    }

    /// <summary>Any event as its reader would hand it over.</summary>
    /// <param name="body">Another one for each event.</param>
    public EventRead.Valid Of(PerfectviewEvent read, string body)
    {
        byBody[body] = read;
        return new EventRead.Valid(read, Encoding.UTF8.GetBytes(body));
    }

    public static EventRead.Faulty Faulty(string? id, string? number, string text = "", string fault = "Missing.") => new(
        new EventFacts(id, "invoice.sent", Happened, number),
        [new EventFault("/data/invoice/date", fault)],
        Encoding.UTF8.GetBytes($"faulty|{id}|{number}|{text}"));

    /// <summary>An organisation that resembles no other.</summary>
    public static DebtorDetails Debtor(string id) => new(id, IsPerson: false) { Name = "Firma " + id };

    public EventsRead Read(ReadOnlyMemory<byte> body) => throw new NotSupportedException("Tests hand over what was read.");

    public PerfectviewEvent ReadStored(ReadOnlyMemory<byte> body) => byBody[Encoding.UTF8.GetString(body.Span)];
}
