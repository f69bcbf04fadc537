using System.Text.RegularExpressions;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Sandbox;
using Xunit;
using FrozenBooking = PerfectviewFunctions.Core.Bookkeeping.Booking;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;

/// <summary>Lays the books of both administrations beside the invoices: at most one booking each, as it was frozen and where.</summary>
internal sealed partial class BooksJudge(Stage stage)
{
    private readonly Dictionary<string, FrozenBooking> frozen = [];

    public void Check()
    {
        var owners = new HashSet<string>();
        foreach (var (key, books) in stage.ByKey)
        {
            foreach (var found in books.Mutations)
            {
                var mark = Mark().Match(found.Description).Value.Split(':');
                Assert.True(mark.Length == 3, $"Nobody's booking: {found}");
                var party = stage.Parties.Single(party => party.Name == mark[0]);
                var told = $"mutation {found.Number} of {books.Name} ({string.Join(':', mark)}, {found.InvoiceNumber})";
                Assert.True(owners.Add($"{mark[0]}:{mark[1]}"), $"{told} is a second booking");
                var invoice = party.Invoices.GetValueOrDefault(mark[1]);
                Assert.True(invoice?.Intent?.Administration == key, $"{told}: its invoice is {invoice}");
                CheckFacts(told, found, invoice.Intent.Booking, party.Made[mark[2]]);
                Assert.True(
                    invoice.State != InvoiceState.Booked || invoice.MutationNumber == found.Number, $"{told}: its invoice has {invoice.MutationNumber}");
            }
        }

        foreach (var party in stage.Parties)
        {
            foreach (var invoice in party.Invoices.Values)
            {
                CheckIntent(party, invoice);
                Assert.True(
                    invoice.State != InvoiceState.Booked || owners.Contains($"{party.Name}:{invoice.Number}"), $"{party.Name} #{invoice.Number} is booked nowhere");
            }
        }
    }

    private static void CheckFacts(string told, SandboxMutation found, FrozenBooking sent, Sale sale)
    {
        Assert.True(
            (sent.InvoiceNumber, sent.DebtorCode, sent.Date, sent.DebtorAccount, sent.Description)
                == (found.InvoiceNumber, found.RelationCode, found.Date, found.Account, found.Description),
            $"{told} is {found}, frozen was {sent}");
        Assert.Equal(
            sent.Lines.Select(line => (line.Net, line.Vat, line.VatCode, line.Account)),
            found.Lines.Select(line => (line.Net, line.Vat, line.VatCode, line.CounterAccount)));
        Assert.Equal((sale.Date, sale.Net, sale.Vat), (found.Date, found.Lines.Sum(line => line.Net), found.Lines.Sum(line => line.Vat)));
    }

    /// <summary>What is frozen was made of settings in force at that time, and changes no more.</summary>
    private void CheckIntent(Party party, Invoice invoice)
    {
        var name = $"{party.Name}:{invoice.Number}";
        if (invoice.Intent?.Booking is not { } booking)
        {
            frozen.Remove(name);
            return;
        }

        var mark = Mark().Match(booking.Description).Value.Split(':');
        Assert.Equal((party.Name, invoice.Number), (mark[0], mark[1]));
        if (frozen.TryGetValue(name, out var before) && before.Description == booking.Description && before.InvoiceNumber == booking.InvoiceNumber)
        {
            Assert.Equal(before.Lines, booking.Lines);
            Assert.Equal(before with { Lines = booking.Lines }, booking);
            return;
        }

        frozen[name] = booking;
        var category = party.Made[mark[2]].Category;
        Assert.True(
            party.SettingsInForce.Contains((booking.InvoiceNumber[..^invoice.Number.Length], booking.DebtorAccount)),
            $"{name} was frozen as {booking}, in force were {string.Join(' ', party.SettingsInForce)}");
        Assert.All(booking.Lines, line => Assert.True(
            party.MappingsInForce.Any(mapping => mapping.Rows.GetValueOrDefault(category) is { } row && (row.VatCode, row.Account) == (line.VatCode, line.Account)),
            $"{name} was frozen with {line}"));
    }

    [GeneratedRegex("[abc]:[FC][0-9]+:e[0-9]{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
