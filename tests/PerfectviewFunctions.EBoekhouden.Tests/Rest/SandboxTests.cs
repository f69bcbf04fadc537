using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest;
using PerfectviewFunctions.EBoekhouden.Tests.Support;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EBoekhouden.Tests.Rest;

/// <summary>The gateway before the sandbox: what one side says of the API the other understands.</summary>
public sealed class SandboxTests : IAsyncLifetime, IDisposable
{
    private static readonly BookkeepingCredentials Credentials = new BookkeepingCredentials.Rest(SandboxDemo.ApiToken);
    private static readonly DateOnly Date = new(2026, 1, 31);

    private readonly CapturedLogs logs = new();
    private SandboxServer sandbox = null!;
    private RestBookkeeping books = null!;

    private SandboxAdministration Administration => sandbox.Books.First;

    private IReadOnlyList<string> Calls => [.. sandbox.Books.Calls.Log.Select(call => call.Operation)];

    public async Task InitializeAsync()
    {
        sandbox = await SandboxServer.StartAsync();
        books = RestBookkeeping.Create(new RestOptions { Endpoint = sandbox.RestAddress }, TimeProvider.System, logs);
    }

    public async Task DisposeAsync()
    {
        books.Dispose();
        await sandbox.DisposeAsync();
    }

    public void Dispose() => logs.Dispose();

    [Fact]
    public async Task Debtor_is_added_read_found_and_changed()
    {
        var id = await AddDebtorAsync("PV10001");

        var card = Assert.IsType<Answer<BookedCard?>.Success>(await books.ReadDebtorAsync(Credentials, id, default)).Value!;
        Assert.Equal(Card("PV10001"), card.Card);

        var look = new DebtorLook([], ["PV10002", "PV10001"], "info@halvemaan.example", "Bakkerij De Halve Maan B.V.");
        var list = Assert.IsType<Answer<DebtorList>.Success>(await books.ReadDebtorsAsync(Credentials, look, default)).Value;
        Assert.Equal([BookedDebtor.Of(id, Card("PV10001"))], list.Debtors);
        Assert.False(list.IsWhole);

        var changed = card with { Card = card.Card with { Phone = "", Name = "De Volle Maan" } };
        Assert.IsType<Answer<bool>.Success>(await books.UpdateDebtorAsync(Credentials, changed, Soon()));
        Assert.Equal(changed.Card, Assert.IsType<Answer<BookedCard?>.Success>(await books.ReadDebtorAsync(Credentials, id, default)).Value!.Card);
        Assert.Null(Assert.IsType<Answer<BookedCard?>.Success>(await books.ReadDebtorAsync(Credentials, id + 1, default)).Value);
    }

    [Fact]
    public async Task Taken_code_is_refused_as_the_service_says_it()
    {
        await AddDebtorAsync("PV10001");

        Assert.Equal("REL_049", Assert.IsType<Answer<long>.Refused>(await books.AddDebtorAsync(Credentials, Card("PV10001"), Soon())).Code);
    }

    [Fact]
    public async Task Invoice_is_booked_looked_at_found_and_open()
    {
        await AddDebtorAsync("PV10001");

        var receipt = Assert.IsType<Answer<BookingReceipt>.Success>(await books.BookAsync(Credentials, Booking("A-1"), Soon())).Value;

        BookedLine[] lines = [new(1234.5m, 259.25m, "HOOG_VERK_21"), new(-10, 0, "GEEN")];
        Assert.Equal(lines, receipt.Lines!);
        var expected = new BookedMutation(receipt.Number, true, Date, "A-1", "PV10001", lines) { IsVatByService = true };
        var found = Assert.IsType<Answer<FoundBookings>.Success>(await books.FindBookingsAsync(Credentials, "A-1", default)).Value;
        AssertSame(expected, Assert.Single(found.Mutations));
        Assert.True(found.Complete);
        AssertSame(expected, Assert.IsType<Answer<BookedMutation?>.Success>(await books.FindMutationAsync(Credentials, receipt.Number, default)).Value!);
        AssertSame(expected, Assert.Single(
            Assert.IsType<Answer<FoundBookings>.Success>(await books.ReadMutationsAsync(Credentials, Date.AddDays(-3), Date, default)).Value.Mutations));
        var open = new OpenItem("A-1", "PV10001", "Bakkerij De Halve Maan B.V.", Date, 1483.75m, 0, 1483.75m);
        var items = Assert.IsType<Answer<OpenItems>.Success>(await books.ReadOpenItemsAsync(Credentials, default)).Value;
        Assert.Equal([open], items.Items);
        Assert.True(items.IsSnapshot);
        Assert.Equal([open], Assert.IsType<Answer<IReadOnlyList<OpenItem>>.Success>(await books.FindOpenItemsAsync(Credentials, "A-1", default)).Value);
        Assert.Empty(Assert.IsType<Answer<IReadOnlyList<OpenItem>>.Success>(await books.FindOpenItemsAsync(Credentials, "A-2", default)).Value);
        Assert.Empty(Assert.IsType<Answer<FoundBookings>.Success>(await books.FindBookingsAsync(Credentials, "A-2", default)).Value.Mutations);
        Assert.Null(Assert.IsType<Answer<BookedMutation?>.Success>(await books.FindMutationAsync(Credentials, receipt.Number + 1, default)).Value);
    }

    [Fact]
    public async Task Second_booking_of_a_kind_is_one_call()
    {
        await AddDebtorAsync("PV10001");
        await books.BookAsync(Credentials, Booking("A-1"), Soon());
        sandbox.Books.Calls.Clear();

        var receipt = Assert.IsType<Answer<BookingReceipt>.Success>(await books.BookAsync(Credentials, Booking("A-2"), Soon())).Value;

        Assert.Null(receipt.Lines);
        Assert.Single(Calls);
    }

    [Fact]
    public async Task Same_booking_twice_is_refused()
    {
        await AddDebtorAsync("PV10001");
        await books.BookAsync(Credentials, Booking("A-1"), Soon());

        var again = Assert.IsType<Answer<BookingReceipt>.Refused>(await books.BookAsync(Credentials, Booking("A-1"), Soon()));

        Assert.Contains(again.Code, new[] { "MUT_019", "MUT_020" });
        Assert.Single(Administration.Mutations);
    }

    [Theory]
    [InlineData("9999", "8000", "PV10001", "MUT_007")]
    [InlineData("1300", "9999", "PV10001", "MUT_104")]
    [InlineData("1300", "8000", "PV10002", "MUT_013")]
    public async Task What_the_books_do_not_know_is_refused_and_nothing_sent(string debtors, string revenue, string relation, string code)
    {
        await AddDebtorAsync("PV10001");
        sandbox.Books.Calls.Clear();
        var booking = Booking("A-1") with { DebtorAccount = debtors, DebtorCode = relation, Lines = [new BookingLine(100, 21, "HOOG_VERK_21", 21, revenue)] };

        Assert.Equal(code, Assert.IsType<Answer<BookingReceipt>.Refused>(await books.BookAsync(Credentials, booking, Soon())).Code);
        Assert.DoesNotContain(Calls, call => call.StartsWith("POST mutation", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Test_reads_the_accounts_and_a_wrong_token_is_refused_with_a_code_of_the_connection()
    {
        var accounts = Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.Success>(await books.TestAsync(Credentials, default)).Value;
        Assert.Contains(accounts, account => account is { Code: "1300", Category: "DEB", Id: > 0 });

        var wrong = new BookkeepingCredentials.Rest("zandbak-api-token-99999999999999");
        Assert.Equal("SECURITY_999", Assert.IsType<Answer<IReadOnlyList<LedgerAccount>>.Refused>(await books.TestAsync(wrong, default)).Code);
        Assert.Equal("SECURITY_999", Assert.IsType<Answer<BookingReceipt>.Refused>(await books.BookAsync(wrong, Booking("A-1"), Soon())).Code);
    }

    private static void AssertSame(BookedMutation expected, BookedMutation actual)
    {
        Assert.Equal(expected, actual with { Lines = expected.Lines }); // a record compares its list by reference
        Assert.Equal(expected.Lines, actual.Lines);
    }

    private async Task<long> AddDebtorAsync(string code) =>
        Assert.IsType<Answer<long>.Success>(await books.AddDebtorAsync(Credentials, Card(code), Soon())).Value;

    private static CallDeadline Soon() => CallDeadline.In(TimeSpan.FromSeconds(30), TimeProvider.System);

    private static DebtorCard Card(string code) => new(code, IsPerson: false, "Bakkerij De Halve Maan B.V.")
    {
        ContactPerson = "A. de Vries",
        Gender = "v",
        Salutation = "Geachte mevrouw De Vries,",
        VisitingAddress = new DebtorAddress("Dorpsstraat 1-a", "1234 AB", "'s-Gravenmoer", "Nederland"),
        Phone = "020-1234567",
        Email = "info@halvemaan.example",
        VatNumber = "NL000000000B01",
        ChamberOfCommerceNumber = "01234567",
        Note = "eerste\ntweede",
    };

    private static Booking Booking(string number) => new(
        number, "PV10001", Date, "1300", $"Factuur {number}", 14, number,
        [new BookingLine(1234.5m, 259.25m, "HOOG_VERK_21", 21, "8000"), new BookingLine(-10, 0, "GEEN", 0, "8000")]);
}
