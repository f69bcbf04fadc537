using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;

/// <summary>What senders do: new invoices, versions, duplicates and credits, what was answered 409 offered again, and faulty ones.</summary>
internal sealed class SenderActs(Stage stage)
{
    private int ids;

    public Func<Task> Draw(bool together)
    {
        var (party, host) = (stage.Pick(stage.Parties), stage.PickHost());
        var batch = new List<Offer>();
        for (var left = 1 + stage.Next(3); left > 0; left--)
        {
            batch.Add(Make(party, batch, together));
        }

        return () => DeliverAsync(party, host, batch, together);
    }

    private Offer Make(Party party, IReadOnlyList<Offer> batch, bool together)
    {
        var choice = stage.Next(12);
        var known = party.Made.Values.Where(sale => party.Offered.Contains(sale.Id) || batch.Any(offer => offer.Sale == sale)).ToList();
        if (choice == 0 && !together)
        {
            var body = NewSale(party).ToJson(party);
            body.InvoiceOf().Remove("date");
            return new Offer(null, body, IsNew: true);
        }

        if (choice is 1 or 2 && party.Unsent.TryDequeue(out var unsent))
        {
            return new Offer(unsent, unsent.ToJson(party), IsNew: !party.Offered.Contains(unsent.Id));
        }

        if (choice < 4 && known.Count > 0)
        {
            var again = stage.Pick(known);
            return new Offer(again, again.ToJson(party), IsNew: false);
        }

        var made = NewSale(party);
        if (choice == 4 && known.Count > 0)
        {
            made = stage.Pick(known) with { Id = made.Id, OccurredAt = made.OccurredAt };
        }

        party.Made.Add(made.Id, made);
        return new Offer(made, made.ToJson(party), IsNew: true);
    }

    private Sale NewSale(Party party)
    {
        var isCredit = stage.Next(6) == 0;
        return new Sale(
            FormattableString.Invariant($"e{++ids:D4}"),
            FormattableString.Invariant($"{(isCredit ? "C" : "F")}{1 + stage.Next(4 + (party.Made.Count / 3))}"),
            new DateTimeOffset(2026, 3, 2, 8, stage.Next(40), 0, TimeSpan.Zero),
            stage.Pick(Sale.Categories),
            stage.Next(5),
            (isCredit ? -1 : 1) * (1 + stage.Next(2)) * 100m,
            stage.Next(8) switch { 0 => new DateOnly(2025, 6, 15), 1 or 2 => new DateOnly(2026, 2, 10), _ => new DateOnly(2026, 3, 2) });
    }

    /// <summary>Sends until it is answered, as a sender does; one whose secret is not taken any more is given the new one.</summary>
    private async Task DeliverAsync(Party party, Host host, IReadOnlyList<Offer> batch, bool together)
    {
        stage.Note($"{party.Name} sends {string.Join(" | ", batch.Select(offer => offer.Told))}");
        var body = Encoding.UTF8.GetBytes(new JsonArray([.. batch.Select(offer => offer.Body.DeepClone())]).ToJsonString());
        var wasHeard = false;
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var (secret, takenUntil) = (party.Used, party.TakenUntil);
            using var request = host.Signed(body, party.Name, secret: secret);
            using var answer = await host.Http.SendAsync(request);
            var reply = await Reply.ReadAsync(answer);
            stage.Note($"  {party.Name} {reply.Status} {(reply.Status is 200 or 202 or 400 ? string.Join(" ", reply.Results.Select(result => result!["outcome"])) : "")}");
            switch (reply.Status)
            {
                case 200 or 202 or 400:
                    TakeAnswer(party, batch, reply);
                    return;
                case 409:
                    await TakeUnlinkedAsync(party, batch, together, wasHeard);
                    return;
                case 401:
                    Assert.True(takenUntil is null || takenUntil <= stage.World.Clock.GetUtcNow(), $"{party.Name}'s secret is not taken, though it should be.");
                    (party.Used, party.TakenUntil) = (party.Current, DateTimeOffset.MaxValue);
                    break;
                default:
                    Assert.True(stage.IsTroubled && reply.Status is 500 or 503, $"{party.Name} was answered {reply.Status} {reply.Body}");
                    wasHeard = true;
                    lock (party.Answered)
                    {
                        party.Offered.UnionWith(batch.Select(offer => offer.Sale?.Id ?? ""));
                    }

                    break;
            }
        }

        Assert.Fail("Ten deliveries were not answered.");
    }

    private static void TakeAnswer(Party party, IReadOnlyList<Offer> batch, Reply reply)
    {
        foreach (var (offer, result) in batch.Zip(reply.Results))
        {
            var outcome = result!["outcome"]!.GetValue<string>();
            Assert.Equal(offer.Sale is null, outcome == "refused");
            lock (party.Answered)
            {
                party.Answered.Add(offer.Body["id"]!.GetValue<string>());
                party.Offered.Add(offer.Body["id"]!.GetValue<string>());
                if (outcome == "booked")
                {
                    var number = result["mutationNumber"]!.GetValue<long>();
                    Assert.Equal(number, party.Promised.GetValueOrDefault(offer.Sale!.Number, number));
                    party.Promised[offer.Sale.Number] = number;
                }
            }
        }
    }

    /// <summary>Nothing is stored for a 409; it is offered again some time.</summary>
    private async Task TakeUnlinkedAsync(Party party, IReadOnlyList<Offer> batch, bool together, bool wasHeard)
    {
        Assert.True(together || stage.IsTroubled || !party.IsLinked, $"{party.Name} was answered 409 while it is linked.");
        foreach (var offer in batch)
        {
            if (offer.IsNew && !wasHeard)
            {
                var key = "event:" + StorageKey.Encode(offer.Body["id"]!.GetValue<string>());
                Assert.Null(await stage.Clean.Store.GetAsync(Partition.Of(party.Id), key, CancellationToken.None));
            }

            if (offer is { IsNew: true, Sale: { } sale })
            {
                lock (party.Answered)
                {
                    party.Unsent.Enqueue(sale);
                }
            }
        }
    }

    /// <param name="Sale">Null for an event that is refused.</param>
    /// <param name="IsNew">Whether it was never stored before.</param>
    private sealed record Offer(Sale? Sale, JsonObject Body, bool IsNew)
    {
        public string Told => Sale is { } sale
            ? FormattableString.Invariant($"{sale.Id} #{sale.Number} {sale.Category} {sale.Net} d{sale.Debtor} {sale.Date:MM-dd} {sale.OccurredAt:HH:mm}{(IsNew ? "" : " again")}")
            : "faulty";
    }
}
