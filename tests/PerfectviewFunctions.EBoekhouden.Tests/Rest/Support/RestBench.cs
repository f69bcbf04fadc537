using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest;
using PerfectviewFunctions.EBoekhouden.Tests.Support;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.EBoekhouden.Tests.Rest.Support;

/// <summary>A REST gateway before a scripted service, on a clock that stands still.</summary>
internal sealed class RestBench : IDisposable
{
    public const string Token = "geheim-token-0123456789";

    private readonly HttpClient http;

    public RestBench(RestOptions? options = null, HttpMessageHandler? handler = null)
    {
        http = new HttpClient(handler ?? Service) { Timeout = Timeout.InfiniteTimeSpan };
        Books = new RestBookkeeping(http, options ?? new RestOptions(), Clock, Logs);
    }

    public static BookkeepingCredentials Credentials { get; } = new BookkeepingCredentials.Rest(Token);

    public static Booking Booking => Bench.Booking;

    public static DebtorCard Debtor { get; } = new("PV10001", IsPerson: false, "Bakkerij De Halve Maan B.V.") { Phone = "020-1234567" };

    public ScriptedRest Service { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public RestBookkeeping Books { get; }

    public CallDeadline LongEnough => CallDeadline.In(TimeSpan.FromSeconds(30), Clock);

    public Task<Answer<BookingReceipt>> BookAsync() => Books.BookAsync(Credentials, Booking, LongEnough);

    public Task<Answer<long>> AddDebtorAsync() => Books.AddDebtorAsync(Credentials, Debtor, LongEnough);

    public Task<Answer<bool>> UpdateDebtorAsync() =>
        Books.UpdateDebtorAsync(Credentials, new BookedCard(21, Debtor, new Dictionary<string, string>()), LongEnough);

    public Task<Answer<OpenItems>> ReadOpenItemsAsync() => Books.ReadOpenItemsAsync(Credentials, default);

    public Task<Answer<FoundBookings>> FindBookingsAsync() => Books.FindBookingsAsync(Credentials, "A-2026-001", default);

    public void Dispose()
    {
        Books.Dispose();
        http.Dispose();
        Service.Dispose();
        Logs.Dispose();
    }
}
