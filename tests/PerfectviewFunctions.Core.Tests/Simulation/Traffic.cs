using System.Globalization;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Mapping;

namespace PerfectviewFunctions.Core.Tests.Simulation;

/// <summary>What Perfectview sends: invoices, credits, changed versions of them and changes of relations, in requests of some events each.</summary>
internal sealed class Traffic
{
    private static readonly DateTimeOffset Happened = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly World world;
    private int minute;

    public Traffic(World world, IReadOnlyList<Tenant> tenants)
    {
        this.world = world;
        foreach (var tenant in tenants)
        {
            var events = Enumerable.Range(1, 3).SelectMany(number => Invoice(tenant, number)).Concat(Relations(tenant)).ToArray();
            world.Random.Shuffle(events);
            for (var at = 0; at < events.Length;)
            {
                var size = Math.Min(1 + world.Random.Next(3), events.Length - at);
                Requests.Add(new Request(tenant, [.. events[at..(at + size)].Select(one => one.Read)]));
                Sent.AddRange(events[at..(at + size)]);
                at += size;
            }
        }
    }

    public List<Request> Requests { get; } = [];

    /// <summary>Every event, by what is expected of it.</summary>
    public List<SentEvent> Sent { get; } = [];

    private IEnumerable<SentEvent> Invoice(Tenant tenant, int number)
    {
        var credit = world.Random.Next(5) == 0;
        var (debtor, net) = (1 + world.Random.Next(2), (decimal)(number * 100));
        for (var version = 1 + world.Random.Next(3); version > 0; version--)
        {
            // Half of the later versions say something else, some of them something that can't be booked.
            net += world.Random.Next(2) == 0 ? 1m : 0m;
            var category = world.Random.Next(12) == 0 ? "NO_SUCH" : VatCategory.High;
            var amount = credit ? -net : net;
            var document = Sample.Invoice(amount * 1.21m, Sample.Line(1, amount, category)) with
            {
                Number = "F" + Text(number),
                Debtor = Debtor(tenant, debtor),
                IsCredit = credit,
                Reference = "version " + Text(version),
            };
            var id = $"{tenant.Id.Value}-F{Text(number)}-{Text(++minute)}";
            var read = new PerfectviewEvent.InvoiceSent(id, Happened.AddMinutes(minute), document);
            yield return new SentEvent(tenant, world.Bench.Events.Of(read, id));
        }
    }

    private IEnumerable<SentEvent> Relations(Tenant tenant)
    {
        for (var relation = 1; relation <= 2; relation++)
        {
            for (var change = world.Random.Next(3); change >= 0; change--)
            {
                var said = Debtor(tenant, relation) with
                {
                    Name = NameOf(tenant, relation) + " v" + Text(++minute), Email = $"v{Text(minute)}@example.nl",
                };
                RelationField[] mentioned = change == 1 ? [RelationField.Email] : [RelationField.Name, RelationField.Email];
                var id = $"{tenant.Id.Value}-r{Text(relation)}-{Text(minute)}";
                var read = new PerfectviewEvent.RelationChanged(
                    id, Happened.AddMinutes(minute), "relation.updated", new RelationChange(said, mentioned.ToHashSet()));
                yield return new SentEvent(tenant, world.Bench.Events.Of(read, id));
            }
        }
    }

    private static DebtorDetails Debtor(Tenant tenant, int relation) =>
        new("r" + Text(relation), IsPerson: false) { Name = NameOf(tenant, relation) };

    /// <summary>What every name of a relation begins with, whatever version of it.</summary>
    public static string NameOf(Tenant tenant, int relation) => $"Firma {tenant.Id.Value} r{Text(relation)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One call of the webhook. The sender repeats it until he is answered.</summary>
internal sealed class Request(Tenant tenant, IReadOnlyList<EventRead> events)
{
    public Tenant Tenant => tenant;

    public IReadOnlyList<EventRead> Events => events;

    public bool IsAnswered { get; set; }
}

internal sealed record SentEvent(Tenant Tenant, EventRead.Valid Read)
{
    public PerfectviewEvent Event => Read.Event;

    public InvoiceDocument? Document => (Read.Event as PerfectviewEvent.InvoiceSent)?.Invoice;

    public bool IsBookable => Document!.Lines.All(line => line.VatCategory == VatCategory.High);

}
