using System.Net;
using System.Text;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Rest.Support;
using static PerfectviewFunctions.EBoekhouden.Tests.Rest.Support.ScriptedRest;

namespace PerfectviewFunctions.EBoekhouden.Tests.Fuzzing;

/// <summary>Answers that were damaged on their way: no exception leaves the gateway, and no damage makes a booking that may stand one that surely does not.</summary>
public sealed class RestFuzzTests
{
    private const int Rounds = 400;

    private static readonly string[] Pieces =
        ["null", "{}", "[]", "\"\"", "-1", "1e99", "1e-9", "9223372036854775808", "\"\\ud800\"", "\"\\u0000\"", "true", "{\"items\":[", "\\", "\"code\":\"MUT_005\",", "NaN", "\uFEFF"];

    private readonly int seed = Random.Shared.Next();

    [Fact]
    public async Task Damaged_answers_are_told_and_never_thrown()
    {
        const string Open = """{"items":[{"date":"2026-01-31","mutationId":77,"invoiceNumber":"A","relationId":21,"relationCode":"PV1","company":"x","totalAmount":10.5,"paidAmount":0,"outstandingAmount":10.5}],"count":1}""";
        const string List = """{"items":[{"id":77,"type":2,"date":"2026-01-31","invoiceNumber":"A-2026-001","amount":1}],"count":1}""";
        const string Card = """{"id":21,"type":"B","code":"PV10001","name":"Maan","gender":"v","note":"een\r\ntwee","termOfPayment":14,"inactive":false}""";
        const string Error = """{"errors":["x"],"type":"validation","code":"MUT_005","title":"Titel","message":"Fout","status":400}""";
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            using var bench = new RestBench();
            var refused = random.Next(4) == 0;
            HttpResponseMessage Answer(string whole, HttpStatusCode done) =>
                Damaged(refused ? Error : whole, refused ? HttpStatusCode.BadRequest : done, new Random(HashCode.Combine(seed, round)));
            bench.Service
                .On(Book, _ => Answer("""{"id":77,"code":null}""", HttpStatusCode.Created))
                .On(Look, _ => Answer(Mutation, HttpStatusCode.OK))
                .On(Find, _ => Answer(List, HttpStatusCode.OK))
                .On(Relation, _ => Answer(Card, HttpStatusCode.OK))
                .On(Outstanding, _ => Answer(Open, HttpStatusCode.OK));
            try
            {
                var booked = await bench.BookAsync();
                Assert.True(refused || booked is not (Answer<BookingReceipt>.NotDone or Answer<BookingReceipt>.Refused), $"seed {seed}, round {round}: {booked}");
                Assert.IsNotType<Answer<OpenItems>.Unclear>(await bench.ReadOpenItemsAsync());
                Assert.IsNotType<Answer<FoundBookings>.Unclear>(await bench.FindBookingsAsync());
                Assert.IsNotType<Answer<BookedCard?>.Unclear>(await bench.Books.ReadDebtorAsync(RestBench.Credentials, 21, default));
                Assert.IsNotType<Answer<BookedMutation?>.Unclear>(await bench.Books.FindMutationAsync(RestBench.Credentials, 77, default));
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}, round {round}: {exception}");
            }
        }
    }

    private static HttpResponseMessage Damaged(string whole, HttpStatusCode status, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(whole).ToList();
        for (var times = random.Next(3); times >= 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at));
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
            }
        }

        return new HttpResponseMessage(status) { Content = new ByteArrayContent([.. bytes]) };
    }
}
