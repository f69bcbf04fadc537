using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.EBoekhouden.Transport;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.EBoekhouden.Tests.Support;

/// <summary>A gateway before a scripted service, on a clock that stands still.</summary>
internal sealed class Bench : IDisposable
{
    public const string SecurityCode1 = "0123456789abcdef0123456789abcdef";
    public const string SecurityCode2 = "{11111111-2222-3333-4444-555555555555}";

    private readonly HttpClient http;

    public Bench(SoapOptions? options = null, HttpMessageHandler? handler = null)
    {
        http = new HttpClient(handler ?? Service) { Timeout = Timeout.InfiniteTimeSpan };
        Books = new SoapBookkeeping(http, options ?? new SoapOptions(), Clock, Logs);
    }

    public static BookkeepingCredentials Credentials { get; } = CredentialsOf("link-user");

    public CallDeadline LongEnough => In(TimeSpan.FromSeconds(30));

    public static Booking Booking { get; } = new(
        "A-2026-001",
        "PV10001",
        new DateOnly(2026, 1, 31),
        "1300",
        "Factuur 2026-001",
        14,
        "2026-001",
        [
            new BookingLine(1234.5m, 259.25m, "HOOG_VERK_21", 21, "8000"),
            new BookingLine(-10m, 0m, "GEEN", 0, "8010"),
        ]);

    public static BookedCard Card { get; } = new(
        WireRelation.Id,
        new DebtorCard("PV10001", IsPerson: false, "Bakkerij De Halve Maan B.V.") { Phone = "020-1234567" },
        new Dictionary<string, string> { ["FAX"] = "020-7654321" });

    public ScriptedService Service { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public SoapBookkeeping Books { get; }

    public static BookkeepingCredentials CredentialsOf(string userName) =>
        new BookkeepingCredentials.Soap(userName, SecurityCode1, SecurityCode2);

    public CallDeadline In(TimeSpan length) => CallDeadline.In(length, Clock);

    /// <summary>Answers the mutation number alone.</summary>
    public Task<Answer<long>> BookAsync() => BookAsync(LongEnough);

    public Task<Answer<long>> BookAsync(CallDeadline deadline) => Books.BookAsync(Credentials, Booking, deadline).NumberAsync();

    public async Task<Answer<IReadOnlyList<BookedDebtor>>> ReadDebtorsAsync() =>
        (await Books.ReadDebtorsAsync(Credentials, DebtorLook.ByCode("PV10001"), default)).Map(list => list.Debtors);

    public Task<Answer<BookedCard?>> ReadDebtorAsync() => Books.ReadDebtorAsync(Credentials, WireRelation.Id, default);

    public Task<Answer<bool>> UpdateDebtorAsync() => Books.UpdateDebtorAsync(Credentials, Card, LongEnough);

    public Task<Answer<IReadOnlyList<LedgerAccount>>> ReadLedgerAccountsAsync() => Books.ReadLedgerAccountsAsync(Credentials, default);

    public async Task<Answer<IReadOnlyList<OpenItem>>> ReadOpenItemsAsync() =>
        (await Books.ReadOpenItemsAsync(Credentials, default)).Map(open => open.Items);

    public Task<Answer<FoundBookings>> FindBookingsAsync() => Books.FindBookingsAsync(Credentials, "A-2026-001", default);

    public void Dispose()
    {
        Books.Dispose();
        http.Dispose();
        Service.Dispose();
        Logs.Dispose();
    }
}
