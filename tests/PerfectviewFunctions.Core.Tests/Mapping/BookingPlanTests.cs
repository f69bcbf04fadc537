using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Mapping;

public sealed class BookingPlanTests
{
    private static readonly TenantSettings Settings = new() { BookingsOn = true, DebtorAccount = "1310", PaymentTermDays = 21 };

    private static readonly InvoiceDocument Invoice = Sample.Invoice(121m, Sample.Line(1, 100)) with
    {
        Debtor = new DebtorDetails("r-1", false) { Name = "Bakkerij De Krul" }, Reference = "PO 7",
    };

    [Fact]
    public void Make_ready_books_what_settings_and_invoice_say()
    {
        var ready = Assert.IsType<BookingPlan.Ready>(Make(Settings with { NumberPrefix = "N-" }));
        var booking = ready.WithDebtor("10001");

        Assert.Equal(
            ("N-F2026-001", "10001", Invoice.Date, "1310", "F2026-001 Bakkerij De Krul PO 7", 21, "F2026-001"),
            (booking.InvoiceNumber, booking.DebtorCode, booking.Date, booking.DebtorAccount, booking.Description, booking.PaymentTermDays, booking.PaymentReference));
        Assert.Equal((100m, 21m), (Assert.Single(booking.Lines).Net, booking.Lines[0].Vat));
        Assert.Empty(ready.Facts.DifferencesTo(new InvoiceFacts(Invoice.Date, "EUR", "r-1", [new VatGroup(VatCategory.High, 21m, 100m, 21m)])));
    }

    [Fact]
    public void Make_person_is_described_as_the_tenant_wants()
    {
        var person = new DebtorDetails("r-1", true) { FirstName = "Sanne", MiddleName = "van der", LastName = "Berg" };

        Assert.Equal(
            "Berg, Sanne van der",
            Booked(Settings with { Description = "{debtor}", PersonNames = PersonNameFormat.LastThenFirst }, Invoice with { Debtor = person }).Description);
    }

    [Fact]
    public void Make_lines_are_grouped_as_the_tenant_wants()
    {
        var invoice = Sample.Invoice(145.20m, Sample.Line(1, 100m), Sample.Line(1, 20m));

        Assert.Equal([120m], Booked(Settings, invoice).Lines.Select(line => line.Net));
        Assert.Equal([100m, 20m], Booked(Settings with { Grouping = LineGrouping.PerLine }, invoice).Lines.Select(line => line.Net));
    }

    [Fact]
    public void Make_bookings_switched_off_ignores_the_invoice_whatever_it_holds() =>
        Assert.Equal(ReasonCode.BookingsSwitchedOff, Ignored(Make(Settings with { BookingsOn = false }, Invoice with { Currency = "USD" })));

    [Fact]
    public void Make_nothing_switched_on_by_default() => Assert.Equal(ReasonCode.BookingsSwitchedOff, Ignored(Make(new TenantSettings())));

    [Fact]
    public void Make_before_the_start_date_ignores_and_from_it_books()
    {
        Assert.Equal(ReasonCode.BeforeStartDate, Ignored(Make(Settings with { BookingsFrom = Invoice.Date.AddDays(1) })));
        Assert.IsType<BookingPlan.Ready>(Make(Settings with { BookingsFrom = Invoice.Date }));
    }

    [Fact]
    public void Make_before_the_start_date_tells_both_dates()
    {
        var plan = Assert.IsType<BookingPlan.Ignored>(Make(Settings with { BookingsFrom = new DateOnly(2026, 4, 1) }));

        Assert.Equal(Told(("date", "2026-03-02"), ("start", "2026-04-01")), Told(plan.Reason));
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void Make_number_with_prefix_may_have_50_characters(int prefix, bool isReady)
    {
        var plan = Make(Settings with { NumberPrefix = new string('P', prefix) }, Invoice with { Number = "1234567890" });

        Assert.Equal(isReady, plan is BookingPlan.Ready);
        Assert.True(isReady || plan is BookingPlan.HeldBack { Reason.Code: ReasonCode.NumberTooLong });
    }

    [Fact]
    public void Make_number_too_long_tells_the_number_with_its_prefix_and_the_limit()
    {
        var number = new string('7', 50);

        var plan = Assert.IsType<BookingPlan.HeldBack>(Make(Settings with { NumberPrefix = "N-" }, Invoice with { Number = number }));

        Assert.Equal(Told(("number", "N-" + number), ("limit", "50")), Told(plan.Reason));
    }

    [Theory]
    [InlineData(30, "2026-03-09", 30)]
    [InlineData(0, "2026-03-09", 0)]
    [InlineData(null, "2026-03-09", 7)]
    [InlineData(null, "2026-03-02", 0)]
    [InlineData(null, "2026-02-01", 0)]
    [InlineData(null, "2099-01-01", 9999)]
    [InlineData(null, null, 21)]
    public void Make_term_is_the_invoices_days_else_its_due_date_else_the_default(int? days, string? due, int term)
    {
        var dueDate = due is null ? (DateOnly?)null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(term, Booked(Settings, Invoice with { PaymentTermDays = days, DueDate = dueDate }).PaymentTermDays);
    }

    [Theory]
    [InlineData("{number} {debtor} {reference}", "F2026-001 Bakkerij De Krul PO 7")]
    [InlineData("Factuur {number}", "Factuur F2026-001")]
    [InlineData("  {reference}  {reference} ", "PO 7 PO 7")]
    [InlineData("{unknown} {Number}", "{unknown} {Number}")]
    [InlineData("", "F2026-001")]
    [InlineData("   ", "F2026-001")]
    public void Make_description_follows_the_template_and_is_never_empty(string template, string description) =>
        Assert.Equal(description, Booked(Settings with { Description = template }).Description);

    [Fact]
    public void Make_description_without_reference_has_no_gap() =>
        Assert.Equal("F2026-001 Bakkerij De Krul", Booked(Settings, Invoice with { Reference = null }).Description);

    [Fact]
    public void Make_description_takes_the_texts_of_an_invoice_as_they_are() =>
        Assert.Equal(
            "{debtor} {reference} {number}",
            Booked(Settings, Invoice with { Number = "{debtor}", Debtor = new DebtorDetails("r-1", false) { Name = "{reference}" }, Reference = "{number}" }).Description);

    [Theory]
    [InlineData(BookkeepingApi.Soap, 200)]
    [InlineData(BookkeepingApi.Rest, 50)]
    public void Make_description_too_long_is_cut_between_characters_and_kept_whole_beside(BookkeepingApi api, int limit)
    {
        var invoice = Invoice with { Number = "F", Reference = string.Concat(Enumerable.Repeat("🧾", 200)) };

        var plan = Assert.IsType<BookingPlan.Ready>(BookingPlan.Make(
            invoice, TenantOf(Settings with { Description = "{number}{reference}" }) with { Api = api }));

        var text = plan.WithDebtor("10001").Description;
        Assert.Equal(limit - 1, text.Length);
        Assert.True(char.IsLowSurrogate(text[^1]));
        Assert.Equal("F" + invoice.Reference, plan.UncutDescription);
    }

    [Fact]
    public void Make_what_the_mapping_holds_back_is_held_back() =>
        Assert.IsType<BookingPlan.HeldBack>(BookingPlan.Make(Invoice, TenantOf(Settings) with { Mapping = VatMapping.Empty }));

    [Fact]
    public void Make_nothing_to_book_is_ignored() =>
        Assert.Equal(ReasonCode.NothingToBook, Ignored(Make(Settings, Sample.Invoice(0m))));

    private static BookingPlan Make(TenantSettings settings, InvoiceDocument? invoice = null) =>
        BookingPlan.Make(invoice ?? Invoice, TenantOf(settings));

    private static Booking Booked(TenantSettings settings, InvoiceDocument? invoice = null) =>
        Assert.IsType<BookingPlan.Ready>(Make(settings, invoice)).WithDebtor("10001");

    private static IReadOnlyList<(string Name, string Value)> Told(Reason reason) => Told([.. reason.Values.Select(value => (value.Key, value.Value))]);

    private static IReadOnlyList<(string Name, string Value)> Told(params (string Name, string Value)[] values) => [.. values.Order()];

    private static string Ignored(BookingPlan plan) => Assert.IsType<BookingPlan.Ignored>(plan).Reason.Code;

    private static Tenant TenantOf(TenantSettings settings) =>
        new(TenantId.Parse("demo"), TenantState.Linked, new AdministrationKey("a1"), settings, Sample.Mapping);
}
