using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.Walks;

/// <summary>What becomes of a version of an invoice that nothing else gets in the way of.</summary>
internal enum Fate
{
    Booked,
    DoesNotAddUp,
    Unmapped,
    PeriodClosed,
    NothingToBook,
}

/// <summary>An event, and all that an oracle has to know of it.</summary>
internal sealed record WalkEvent(string Id, string Number, DateTimeOffset OccurredAt, Fate Fate, int Debtor, decimal Net)
{
    private static readonly DateOnly Closed = new(2025, 6, 15);

    public decimal Vat => Fate == Fate.Unmapped ? SaleVat(0.06m) : SaleVat(0.21m);

    public DateOnly Date => Fate switch
    {
        Fate.PeriodClosed => Closed,
        Fate.Unmapped => new DateOnly(2018, 5, 1),
        _ => new DateOnly(2026, 3, 2),
    };

    /// <summary>The reason with which it is held back or ignored.</summary>
    public string? Reason => Fate switch
    {
        Fate.DoesNotAddUp => "totals-do-not-add-up",
        Fate.Unmapped => "vat-category-unmapped",
        Fate.PeriodClosed => ApiChoice.Said("CMUT020", "MUT_005"),
        Fate.NothingToBook => "nothing-to-book",
        _ => null,
    };

    /// <summary>Whether two versions say the same invoice.</summary>
    public bool IsSameInvoice(WalkEvent other) => (Fate, Debtor, Net) == (other.Fate, other.Debtor, other.Net);

    /// <summary>Versions stand in the order in which they happened, ties by event id.</summary>
    public bool IsLaterThan(WalkEvent other) =>
        OccurredAt != other.OccurredAt ? OccurredAt > other.OccurredAt : string.CompareOrdinal(Id, other.Id) > 0;

    public JsonObject ToJson(WalkTenant tenant)
    {
        var (category, rate) = Fate == Fate.Unmapped ? ("NL_LOW", 6) : ("NL_HIGH", 21);
        var (net, vat) = Fate == Fate.NothingToBook ? (0m, 0m) : (Net, Vat);
        var sent = Events.Invoice(Number, Net, Id).For(tenant.DebtorOf(Debtor)).With(invoice =>
        {
            invoice["date"] = Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            invoice["total"] = net + vat + (Fate == Fate.DoesNotAddUp ? -0.01m : 0m);
            invoice["vatTotals"] = new JsonArray(Events.VatTotal(category, net, vat, rate));
        });
        sent["occurredAt"] = OccurredAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        sent["type"] = Net < 0 ? "invoice.credited" : "invoice.sent";
        return sent;
    }

    private decimal SaleVat(decimal rate) => Math.Round(Net * rate, 2, MidpointRounding.AwayFromZero);
}
