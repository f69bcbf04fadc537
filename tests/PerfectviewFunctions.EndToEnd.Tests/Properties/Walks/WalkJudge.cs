using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.Walks;

/// <summary>Checks everything that must be true when a walk has come to rest, whatever happened on the way.</summary>
internal sealed class WalkJudge(IServiceProvider services, IReadOnlyList<WalkTenant> tenants)
{
    private static readonly (string State, string? Reason) ByPerson = (nameof(EventState.Ignored), "ignored-by-person");

    private readonly IRowStore store = services.GetRequiredService<IRowStore>();

    public async Task CheckAsync()
    {
        Assert.Empty(await RowsAsync(Partition.Due, "-", "~"));
        foreach (var shared in tenants.GroupBy(tenant => tenant.Books))
        {
            var booked = new Dictionary<string, (WalkTenant Tenant, WalkEvent Sent, long Mutation)>();
            foreach (var tenant in shared)
            {
                await CheckEventsAsync(tenant, booked);
            }

            CheckBooks(shared.Key, booked);
            await CheckClaimsAsync(shared.First(), booked);
        }
    }

    private async Task CheckEventsAsync(WalkTenant tenant, Dictionary<string, (WalkTenant Tenant, WalkEvent Sent, long Mutation)> booked)
    {
        Assert.Empty(await PrefixAsync(tenant, "open:"));
        var held = (await PrefixAsync(tenant, "invoice:")).Where(row => row.Values.Text("state") == nameof(InvoiceState.NeedsAttention));
        Assert.Equal(held.Select(row => row.Values.Text("number")), (await PrefixAsync(tenant, "held:")).Select(row => row.Values.Text("number")));
        var rows = (await PrefixAsync(tenant, "event:")).ToDictionary(row => row.Key["event:".Length..]);
        Assert.Equal(tenant.Refused, rows.Values.Count(row => row.Values.Text("state") == nameof(EventState.Refused)));
        Assert.Equal(tenant.Refused + tenant.Valid.Count, rows.Count);
        foreach (var versions in tenant.ByNumber)
        {
            var told = $"{tenant.Name} #{versions.Key}";
            var invoice = await services.GetRequiredService<InvoiceStore>().FindAsync(tenant.Id, versions.Key, CancellationToken.None);
            Assert.True(invoice is not null, $"{told} is not known");
            var own = tenant.Valid[invoice.EventKey];
            var isIgnored = invoice.Reason?.Code == ByPerson.Reason;
            CheckInvoice(told, tenant, invoice, own, [.. versions]);
            foreach (var sent in versions)
            {
                var became = (rows[sent.Id].Values.Text("state"), ReasonOf(rows[sent.Id]));
                var allowed = ReferenceEquals(sent, own) ? [isIgnored ? ByPerson : Own(own)] : Other(sent, own, isIgnored);
                if (tenant.Ignored.Contains(versions.Key) && !ReferenceEquals(sent, own))
                {
                    allowed = [.. allowed, ByPerson];
                }

                Assert.True(allowed.Contains(became), $"{told}: {sent.Id} became {became}, expected {string.Join(" or ", allowed)}; booked {own.Id}");
            }

            if (own.Fate == Fate.Booked && !isIgnored)
            {
                booked.Add(tenant.Prefix + versions.Key, (tenant, own, invoice.MutationNumber!.Value));
            }
        }
    }

    private static void CheckInvoice(string told, WalkTenant tenant, Invoice invoice, WalkEvent own, IReadOnlyList<WalkEvent> versions)
    {
        var state = own.Fate switch
        {
            Fate.Booked => InvoiceState.Booked,
            Fate.NothingToBook => InvoiceState.Ignored,
            _ => InvoiceState.NeedsAttention,
        };
        if (invoice.Reason?.Code == ByPerson.Reason)
        {
            Assert.True(tenant.Ignored.Contains(invoice.Number) && invoice.Intent is null, $"{told} is ignored by a person, with {invoice.Intent}");
        }
        else
        {
            Assert.True((state, own.Reason) == (invoice.State, invoice.Reason?.Code), $"{told} is {invoice.State} {invoice.Reason}, expected {state} {own.Reason}");
        }

        Assert.True(invoice.State == InvoiceState.Booked || !versions.Any(sent => sent.IsLaterThan(own)), $"{told}: {own.Id} is not the latest and not booked");
        if (tenant.AtLeast.GetValueOrDefault(versions[0].Number) is { } least)
        {
            Assert.True(!least.IsLaterThan(own), $"{told}: {own.Id} is the invoice, but {least.Id} was there before anything was sent");
        }

        if (tenant.Promised.TryGetValue(versions[0].Number, out var promised))
        {
            Assert.True(promised == invoice.MutationNumber, $"{told}: {promised} was promised, it is {invoice.MutationNumber}");
        }
    }

    private static (string State, string? Reason) Own(WalkEvent own) => own.Fate switch
    {
        Fate.Booked => (nameof(EventState.Done), null),
        Fate.NothingToBook => (nameof(EventState.Ignored), own.Reason),
        _ => (nameof(EventState.NeedsAttention), own.Reason),
    };

    /// <summary>An earlier version may have come before or after the booking; a later one can only have come after it.</summary>
    private static IReadOnlyList<(string State, string? Reason)> Other(WalkEvent sent, WalkEvent own, bool isIgnored)
    {
        (string, string?) replaced = (nameof(EventState.Ignored), "replaced-by-newer");
        (string, string?) compared = sent.IsSameInvoice(own)
            ? (nameof(EventState.Done), "already-booked")
            : (nameof(EventState.NeedsAttention), "changed-after-booking");
        return own.Fate != Fate.Booked || isIgnored ? [replaced] : sent.IsLaterThan(own) ? [compared] : [replaced, compared];
    }

    private static void CheckBooks(SandboxAdministration books, Dictionary<string, (WalkTenant Tenant, WalkEvent Sent, long Mutation)> booked)
    {
        Assert.Equal(booked.Keys.Order(StringComparer.Ordinal), books.Mutations.Select(found => found.InvoiceNumber).Order(StringComparer.Ordinal));
        foreach (var found in books.Mutations)
        {
            var (tenant, sent, mutation) = booked[found.InvoiceNumber];
            var relation = books.Relations.Single(relation => relation.Code == found.RelationCode);
            Assert.Equal(
                (mutation, sent.Date, sent.Net, sent.Vat, tenant.NameOf(sent.Debtor)),
                (found.Number, found.Date, found.Lines.Sum(line => line.Net), found.Lines.Sum(line => line.Vat), relation.Name));
        }

        var names = books.Relations.Select(relation => relation.Name).ToList();
        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    private async Task CheckClaimsAsync(WalkTenant tenant, Dictionary<string, (WalkTenant Tenant, WalkEvent Sent, long Mutation)> booked)
    {
        var linked = await services.GetRequiredService<TenantStore>().FindAsync(tenant.Id, CancellationToken.None);
        var claims = await RowsAsync(Partition.Of(linked!.Administration!.Value), "claim:", "claim;");
        Assert.Equal(
            booked.Values.Select(entry => (entry.Mutation, $"{entry.Tenant.Name} {entry.Sent.Number}")).Order(),
            claims.Select(row => (long.Parse(row.Key["claim:".Length..], System.Globalization.CultureInfo.InvariantCulture), row.Values.Text("owner"))).Order());
    }

    private static string? ReasonOf(Row row) =>
        row.Values.TextOrNull("reason") is { } reason
            ? System.Text.Json.Nodes.JsonNode.Parse(reason)!.AsObject().Single(field => field.Key.Equals("code", StringComparison.OrdinalIgnoreCase)).Value!.GetValue<string>()
            : null;

    private Task<List<Row>> PrefixAsync(WalkTenant tenant, string prefix) => RowsAsync(Partition.Of(tenant.Id), prefix, prefix[..^1] + ";");

    private async Task<List<Row>> RowsAsync(string partition, string from, string to)
    {
        var rows = new List<Row>();
        await foreach (var row in store.QueryAsync(partition, from, to, CancellationToken.None))
        {
            rows.Add(row);
        }

        return rows;
    }
}
