using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Diagnosis;
using PerfectviewFunctions.Core.Diagnosis.Comparing;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Diagnosis;

/// <summary>Of whatever stands in store and books, each disagreement is found and nothing else is.</summary>
public sealed class StoreAndBooksTests
{
    private const int Worlds = 200;

    private static int FirstSeed => Seeds.Or(1);

    [Fact]
    public void Store_and_books_that_say_the_same_agree() => ForEachWorld(world =>
    {
        var compared = world.Compare();

        Assert.Empty(compared.Disagreements);
        Assert.Equal((world.Rows.Count(row => row.IsInvoiceSent), world.Strangers), (compared.Rows, compared.Others));
    });

    [Theory]
    [InlineData(FindingCode.AbsentInBooks)]
    [InlineData(FindingCode.TwiceInBooks)]
    [InlineData(FindingCode.OtherInBooks)]
    [InlineData(FindingCode.UnbookedInBooks)]
    [InlineData(FindingCode.MutationOfTwo)]
    public void What_was_planted_is_found_and_nothing_else(string code) => ForEachWorld(world =>
    {
        var number = world.Plant(code);

        var found = Assert.Single(world.Compare().Disagreements);

        Assert.Equal(code, found.Finding.Code);
        Assert.Contains(number, found.Numbers);
        Assert.DoesNotContain("?", found.Finding.InWords().En, StringComparison.Ordinal);
    });

    [Fact]
    public void Nothing_is_absent_from_what_was_read_in_part_and_a_changed_date_shows_in_the_open_list() => ForEachWorld(world =>
    {
        var number = world.Plant(FindingCode.AbsentInBooks);

        Assert.Empty(world.Compare(isWhole: false).Disagreements);
        var found = Assert.Single(world.Compare(open: [new OpenItem(number, "K", "", default, 1m, 0m, 1m)]).Disagreements);
        Assert.Equal(FindingCode.OtherInBooks, found.Finding.Code);
    });

    private static void ForEachWorld(Action<World> check)
    {
        for (var seed = FirstSeed; seed < FirstSeed + Worlds; seed++)
        {
            try
            {
                check(new World(new Random(seed)));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"With PVF_SEED={seed}: {exception.Message}", exception);
            }
        }
    }

    /// <summary>Booked invoices, some that are not, rows of strangers and payments, in no order.</summary>
    private sealed class World
    {
        private readonly Random random;
        private readonly List<KnownInvoice> known = [];

        public World(Random random)
        {
            this.random = random;
            for (var number = 1; number <= random.Next(2, 30); number++)
            {
                known.Add(Invoice("F" + number, number));
                Rows.Add(RowOf(known[^1]));
            }

            InvoiceState[] waiting = [InvoiceState.Received, InvoiceState.Uncertain, InvoiceState.NeedsAttention, InvoiceState.Ignored];
            known.AddRange(waiting.Select(state => Invoice("W" + state, 0) with { State = state, Mutation = null }));
            Strangers = random.Next(10);
            for (var stranger = 0; stranger < Strangers; stranger++)
            {
                // Also under a number of ours, on another debtor: two customers may share an administration.
                Rows.Add(RowOf(Invoice(random.Next(2) == 0 ? "F1" : "S" + stranger, 1000 + stranger) with { DebtorCode = "STRANGER" }));
            }

            Rows.Add(RowOf(known[0]) with { Number = 2000, IsInvoiceSent = false, IsInvoicePayment = true });
        }

        public List<BookedMutation> Rows { get; } = [];

        public int Strangers { get; }

        public StoreAgainstBooks Compare(bool isWhole = true, IReadOnlyList<OpenItem>? open = null) => StoreAndBooks.Compare(
            [.. known.OrderBy(_ => random.Next())], [.. Rows.OrderBy(_ => random.Next())], open ?? [], isWhole);

        /// <returns>The invoice that it is about.</returns>
        public string Plant(string code)
        {
            var booked = known.Where(invoice => invoice.IsBooked).ToList();
            var index = random.Next(booked.Count);
            var victim = booked[index];
            var row = Rows.FindIndex(one => one.Number == victim.Mutation);
            switch (code)
            {
                case FindingCode.AbsentInBooks:
                    Rows.RemoveAt(row);
                    break;
                case FindingCode.TwiceInBooks:
                    // The books refuse a second one on the same debtor, mostly; so it stands on another.
                    Rows.Add(Rows[row] with { Number = 3000, DebtorCode = random.Next(2) == 0 ? "OTHER" : Rows[row].DebtorCode });
                    break;
                case FindingCode.OtherInBooks:
                    Rows[row] = random.Next(5) switch
                    {
                        0 => Rows[row] with { Date = victim.Date.AddDays(1) },
                        1 => Rows[row] with { DebtorCode = "OTHER" },
                        2 => Rows[row] with { InvoiceNumber = "RENUMBERED" },
                        3 => Rows[row] with { Number = 3000 },
                        _ => Rows[row] with { Lines = [new BookedLine(victim.Total + 1m, 0m, "GEEN")] },
                    };
                    break;
                case FindingCode.UnbookedInBooks:
                    victim = known.Where(invoice => invoice is { IsBooked: false, State: not InvoiceState.Ignored }).ElementAt(random.Next(3));
                    Rows.Add(RowOf(victim) with { Number = 3000 });
                    break;
                default:
                    var twin = Invoice("TWIN", 0) with { Mutation = victim.Mutation, InBooks = victim.InBooks, Total = victim.Total };
                    known.Add(twin with { Date = victim.Date, DebtorCode = victim.DebtorCode });
                    break;
            }

            return victim.Number;
        }

        private KnownInvoice Invoice(string number, long mutation) => new(
            number, number, InvoiceState.Booked, mutation, new DateOnly(2026, 3, random.Next(1, 29)), "K" + random.Next(5), random.Next(-100, 10000) / 100m);

        private static BookedMutation RowOf(KnownInvoice invoice) => new(
            invoice.Mutation ?? 0, IsInvoiceSent: true, invoice.Date, " " + invoice.InBooks, invoice.DebtorCode + " ", [new BookedLine(invoice.Total, 0m, "GEEN")]);
    }
}
