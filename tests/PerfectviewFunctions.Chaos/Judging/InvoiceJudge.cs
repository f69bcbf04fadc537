using System.Globalization;
using PerfectviewFunctions.Chaos.Planning;
using PerfectviewFunctions.Chaos.Running;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Chaos.Judging;

/// <summary>Every invoice is one mutation, in its administration, as one of its versions has it; no mutation is anything else's.</summary>
internal sealed class InvoiceJudge(Plan plan, Stage stage, Senders senders, IServiceProvider services, Figures figures)
{
    private readonly StoreView store = new(services);
    private readonly List<string> found = [];

    public async Task<IReadOnlyList<string>> FindAsync()
    {
        foreach (var sharing in plan.Tenants.GroupBy(tenant => tenant.Administration))
        {
            var booked = stage.BooksOf(sharing.First()).Mutations
                .Where(mutation => mutation.Kind == MutationKind.FactuurVerstuurd)
                .ToLookup(mutation => mutation.InvoiceNumber);
            var owners = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var tenant in sharing)
            {
                await CheckAsync(tenant, booked, owners);
            }

            figures.Add("invoices booked", booked.Sum(number => number.Count()));
            figures.Add("DOUBLE BOOKINGS", booked.Sum(number => number.Count() - 1));
            found.AddRange(booked.Where(number => !owners.ContainsKey(number.Key)).Select(number => $"nobody sent {number.Key}"));
            await CheckClaimsAsync(sharing.First(), booked, owners);
        }

        return found;
    }

    private async Task CheckAsync(PlannedTenant tenant, ILookup<string, SandboxMutation> booked, Dictionary<string, string> owners)
    {
        var states = (await store.WithPrefixAsync(Partition.Of(tenant.Id), "event:"))
            .ToDictionary(row => row.Values.Text("id"), row => row.Values.Text("state"));
        var invoices = services.GetRequiredService<InvoiceStore>();
        foreach (var versions in tenant.Invoices.Where(sent => senders.Answered.ContainsKey((tenant.Name, sent.Id))).GroupBy(sent => sent.Number))
        {
            var (told, inBooks) = ($"{tenant.Name} {versions.Key}", tenant.Prefix + versions.Key);
            owners[inBooks] = told;
            var mutations = booked[inBooks].ToList();
            if (mutations.Count != 1)
            {
                found.Add($"{told} stands {mutations.Count} times in the books");
            }

            var invoice = await invoices.FindAsync(tenant.Id, versions.Key, default);
            if (invoice is not { State: InvoiceState.Booked, MutationNumber: { } number })
            {
                found.Add($"{told} is {invoice?.State} {invoice?.Reason}");
                continue;
            }

            var own = versions.Single(sent => sent.Id == invoice.EventKey);
            found.AddRange(mutations.SelectMany(mutation => Differences(own, mutation, number)).Select(what => $"{told}: {what}"));
            found.AddRange(versions.Where(sent => !MayBe(sent, own, states.GetValueOrDefault(sent.Id)))
                .Select(sent => $"{told}: {sent.Id} became {states.GetValueOrDefault(sent.Id)}, with {own.Id} booked"));
        }
    }

    private static IEnumerable<string> Differences(PlannedInvoice own, SandboxMutation mutation, long number)
    {
        var sent = Lines(own.Parts.Select(part => (part.Kind.Code, part.Kind.Account, part.Net, part.Vat)));
        var booked = Lines(mutation.Lines.Select(line => (line.VatCode, line.CounterAccount, line.Net, line.Vat)));
        return new (string What, object Sent, object Booked)[]
        {
            ("mutation", number, mutation.Number),
            ("debtor", own.Debtor.Code, mutation.RelationCode),
            ("date", own.Date, mutation.Date),
            ("total", own.Total, mutation.Total),
            ("lines", sent, booked),
        }.Where(pair => !pair.Sent.Equals(pair.Booked)).Select(pair => $"{pair.What} {pair.Booked} instead of {pair.Sent}");
    }

    private static string Lines(IEnumerable<(string Code, string Account, decimal Net, decimal Vat)> lines) => string.Join(
        "; ",
        lines.GroupBy(line => (line.Code, line.Account))
            .OrderBy(line => line.Key.Code, StringComparer.Ordinal)
            .Select(line => string.Create(
                CultureInfo.InvariantCulture, $"{line.Key.Code} {line.Key.Account} {line.Sum(one => one.Net):0.00} {line.Sum(one => one.Vat):0.00}")));

    /// <summary>A version that is not the invoice came before the booking and was replaced, or after it and was compared.</summary>
    private static bool MayBe(PlannedInvoice sent, PlannedInvoice own, string? state) => state switch
    {
        nameof(EventState.Done) => sent.SaysTheSameAs(own),
        nameof(EventState.Ignored) => own.IsLaterThan(sent),
        nameof(EventState.NeedsAttention) => !sent.SaysTheSameAs(own),
        _ => false,
    };

    private async Task CheckClaimsAsync(PlannedTenant tenant, ILookup<string, SandboxMutation> booked, Dictionary<string, string> owners)
    {
        var linked = await services.GetRequiredService<TenantStore>().FindAsync(tenant.Id, default);
        var claims = (await store.WithPrefixAsync(Partition.Of(linked!.Administration!.Value), "claim:"))
            .ToDictionary(row => long.Parse(row.Key["claim:".Length..], CultureInfo.InvariantCulture), row => row.Values.Text("owner"));
        foreach (var mutation in booked.SelectMany(number => number).Where(mutation => owners.ContainsKey(mutation.InvoiceNumber)))
        {
            if (!claims.Remove(mutation.Number, out var owner) || owner != owners[mutation.InvoiceNumber])
            {
                found.Add($"mutation {mutation.Number} of {mutation.InvoiceNumber} is claimed by '{owner}'");
            }
        }

        found.AddRange(claims.Select(claim => $"mutation {claim.Key} is claimed by {claim.Value}, and is not there"));
    }
}
