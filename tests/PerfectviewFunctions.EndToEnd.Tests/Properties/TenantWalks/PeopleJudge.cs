using System.Globalization;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;

/// <summary>Checks what must hold after every step, and what must when everything has come to rest.</summary>
internal sealed class PeopleJudge(Stage stage)
{
    private const string ByPerson = "ignored-by-person";

    private readonly BooksJudge books = new(stage);
    private readonly CallJudge calls = new(stage);

    private IServiceProvider Services => stage.Clean.Services;

    /// <summary>Looks at the store, and takes what it finds as what is known at the next step.</summary>
    public async Task CheckStepAsync()
    {
        foreach (var party in stage.Parties)
        {
            var tenant = (await Services.GetRequiredService<TenantStore>().FindAsync(party.Id, CancellationToken.None))!;
            Assert.True(
                party.Tenant is null || party.MayMove || party.Tenant.Administration == tenant.Administration, $"{party.Name} moved, and nobody confirmed it");
            (party.Tenant, party.MayMove) = (tenant, false);
            party.Invoices = await InvoicesAsync(party);
            party.SettingsInForce.Add((tenant.Settings.NumberPrefix, tenant.Settings.DebtorAccount));
            party.MappingsInForce.Add(tenant.Mapping);
            await CheckHeldAsync(party);
            foreach (var (number, mutation) in party.Promised)
            {
                Assert.True(party.Invoices[number].MutationNumber == mutation, $"{party.Name} #{number} was answered as {mutation}");
            }
        }

        CheckPrefixes();
        calls.Check();
        books.Check();
        foreach (var party in stage.Parties)
        {
            party.SettingsInForce.RemoveRange(0, party.SettingsInForce.Count - 1);
            party.MappingsInForce.RemoveRange(0, party.MappingsInForce.Count - 1);
        }
    }

    public async Task CheckEndAsync()
    {
        Assert.Empty(await stage.Clean.DueRowsAsync());
        foreach (var party in stage.Parties)
        {
            Assert.Empty(await stage.Clean.RowsAsync(Partition.Of(party.Id), "open:"));
            Assert.Empty(await stage.Clean.RowsAsync(Partition.Of(party.Id), "turn:"));
            Assert.Null(await stage.Clean.Store.GetAsync(Partition.Of(party.Id), "connection", CancellationToken.None));
            await CheckEventsAsync(party);
        }

        foreach (var administration in stage.ByKey)
        {
            var key = administration.Key;
            var claims = await stage.Clean.RowsAsync(Partition.Of(key), "claim:");
            Assert.Equal(
                stage.Parties.SelectMany(party => party.Invoices.Values
                    .Where(invoice => invoice.State == InvoiceState.Booked && invoice.Intent!.Administration == key)
                    .Select(invoice => $"{party.Name} {invoice.Number} {invoice.MutationNumber}")).Order(StringComparer.Ordinal),
                claims.Select(row => $"{row.Values.Text("owner")} {long.Parse(row.Key["claim:".Length..], CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal));
            Assert.Equal(
                stage.Parties.Where(party => party.Tenant.Administration == key).Select(party => party.Id),
                await Services.GetRequiredService<TenantStore>().MembersAsync(key, CancellationToken.None));
        }
    }

    private async Task<IReadOnlyDictionary<string, Invoice>> InvoicesAsync(Party party)
    {
        var invoices = Services.GetRequiredService<InvoiceStore>();
        var found = new Dictionary<string, Invoice>();
        foreach (var row in await stage.Clean.RowsAsync(Partition.Of(party.Id), "invoice:"))
        {
            var number = row.Values.Text("number");
            found.Add(number, (await invoices.FindAsync(party.Id, number, CancellationToken.None))!);
        }

        return found;
    }

    private async Task CheckHeldAsync(Party party) => Assert.Equal(
        party.Invoices.Values.Where(invoice => invoice.State == InvoiceState.NeedsAttention).Select(invoice => invoice.Number).Order(StringComparer.Ordinal),
        (await stage.Clean.RowsAsync(Partition.Of(party.Id), "held:")).Select(row => row.Values.Text("number")).Order(StringComparer.Ordinal));

    /// <summary>Of the tenants that are linked to one administration no prefix is empty or begins another.</summary>
    private void CheckPrefixes()
    {
        foreach (var shared in stage.Parties.Where(party => party.IsLinked).GroupBy(party => party.Tenant.Administration))
        {
            var prefixes = shared.Select(party => party.Tenant.Settings.NumberPrefix).ToList();
            for (var i = 0; i < prefixes.Count; i++)
            {
                for (var j = 0; j < prefixes.Count; j++)
                {
                    Assert.True(i == j || !prefixes[i].StartsWith(prefixes[j], StringComparison.OrdinalIgnoreCase), $"Prefixes {string.Join(" and ", prefixes)}");
                }
            }
        }
    }

    private async Task CheckEventsAsync(Party party)
    {
        var rows = (await stage.Clean.RowsAsync(Partition.Of(party.Id), "event:")).ToDictionary(row => row.Key["event:".Length..]);
        var listed = await Services.GetRequiredService<EventsForAttention>().ListAsync(party.Id, null, CancellationToken.None).Select(one => one.Key).ToListAsync();
        foreach (var id in party.Answered)
        {
            Assert.True(rows.TryGetValue(StorageKey.Encode(id), out var row), $"{party.Name} {id} was answered and is not stored");
            var state = Enum.Parse<EventState>(row.Values.Text("state"));
            if (!party.Made.TryGetValue(id, out var sale))
            {
                // A faulty one, unless a person took it from the list.
                Assert.True(state is EventState.Refused or EventState.Ignored, $"{party.Name} {id} became {state}");
                continue;
            }

            var invoice = party.Invoices[sale.Number];
            var told = $"{party.Name} {id} #{sale.Number} is {state}, its invoice {invoice.State} {invoice.Reason?.Code} of {invoice.EventKey}, intent {invoice.Intent}";
            Assert.True(row.Values.TextOrNull("reason") is not null || state == EventState.Done, told + " without a reason");
            Assert.True(
                state switch
                {
                    EventState.Done => invoice.State == InvoiceState.Booked,
                    EventState.Ignored => true,
                    EventState.NeedsAttention => listed.Contains(row.Key["event:".Length..])
                        || (invoice.State == InvoiceState.NeedsAttention && invoice.EventKey == row.Key["event:".Length..]),
                    _ => false,
                },
                told);
            Assert.True(invoice.State is InvoiceState.Booked or InvoiceState.NeedsAttention or InvoiceState.Ignored, told);
            Assert.True(invoice is not { State: InvoiceState.Ignored, Intent: not null } || invoice.Reason?.Code == ByPerson, told);
        }
    }
}
