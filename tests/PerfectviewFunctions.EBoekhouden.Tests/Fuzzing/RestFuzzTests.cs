using System.Net;
using System.Text;
using System.Text.Json;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest;
using PerfectviewFunctions.EBoekhouden.Tests.Rest.Support;
using PerfectviewFunctions.EBoekhouden.Tests.Support;
using PerfectviewFunctions.Testing.Fuzzing;
using static PerfectviewFunctions.EBoekhouden.Tests.Rest.Support.ScriptedRest;

namespace PerfectviewFunctions.EBoekhouden.Tests.Fuzzing;

/// <summary>Whatever comes back instead of an answer: it never passes for one it is not, is never thrown on, and costs no more than its size.</summary>
[Collection(Apart.Name)]
public sealed class RestFuzzTests : IDisposable
{
    private const int MaxAnswer = 1_000_000;

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\\u000a", "null", "true", "{}", "[]", "\"\"", "0", "-1", "1e99", "1e-9", "9223372036854775808", "79228162514264337593543950335", "NaN",
        "//", "/*", "\uFEFF", "\0", "\u00e9", "{\"items\":[", "\"id\":12,", "\"count\":9,", "\"code\":\"MUT_005\",", "\"code\":\"SECURITY_010\",", "\"date\":\"2026-02-30\",",
    ];

    private static readonly byte[] Made = Bytes("""{"id":77,"code":null}""");
    private static readonly byte[] Error = Bytes("""{"errors":["x"],"type":"validation","code":"MUT_005","title":"Titel","message":"Fout","status":400}""");
    private static readonly byte[] One = Bytes(Mutation);

    private static readonly Dictionary<string, byte[]> Readings = new()
    {
        [Find] = Bytes("""{"items":[{"id":77,"type":2,"date":"2026-01-31","invoiceNumber":"A-2026-001","amount":1}],"count":1}"""),
        [Outstanding] = Bytes("""{"items":[{"date":"2026-01-31","mutationId":77,"invoiceNumber":"A","relationId":21,"relationCode":"PV1","company":"x","totalAmount":10.5,"paidAmount":0,"outstandingAmount":10.5}],"count":1}"""),
        [Ledger] = Bytes("""{"items":[{"id":11,"code":"1300","description":"Debiteuren","category":"DEB"},{"id":12,"code":"8000","category":"VW"}],"count":2}"""),
        [Relation] = Bytes("""{"id":21,"type":"B","code":"PV10001","name":"Maan","gender":"v","note":"een\r\ntwee","termOfPayment":14,"inactive":false}"""),
        [Look] = One,
    };

    /// <summary>Answers to a reading, shaped to cost as much as they can.</summary>
    private static readonly Dictionary<string, (string Call, string Answer)> Shapes = new()
    {
        ["a text without end"] = (Outstanding, Listed($"{{\"company\":\"{new string('x', 950_000)}\"}}")),
        ["a text of escapes"] = (Outstanding, Listed($"{{\"company\":\"{Many("\\u00e9", 150_000)}\"}}")),
        ["a text of line ends"] = (Relation, $"{{\"id\":1,\"note\":\"{Many("\\n", 450_000)}\"}}"),
        ["a number without end"] = (Outstanding, Listed($"{{\"totalAmount\":{new string('9', 950_000)}}}")),
        ["a number in place of a text"] = (Outstanding, Listed($"{{\"company\":{new string('9', 950_000)}}}")),
        ["a name without end"] = (Outstanding, Listed($"{{\"{new string('x', 950_000)}\":1}}")),
        ["fields of ever other names"] = (Outstanding, Listed($"{{{string.Join(',', Enumerable.Range(0, 80_000).Select(number => $"\"a{number}\":1"))}}}")),
        ["fields of a relation"] = (Relation, $"{{\"id\":1,{string.Join(',', Enumerable.Range(0, 80_000).Select(number => $"\"a{number}\":1"))}}}"),
        ["items that say nothing"] = (Outstanding, $"{{\"items\":[{string.Join(',', Enumerable.Repeat("{}", 330_000))}]}}"),
        ["items that are null"] = (Outstanding, $"{{\"items\":[{string.Join(',', Enumerable.Repeat("null", 190_000))}]}}"),
        ["rows without end"] = (Look, $"{{\"id\":77,\"rows\":[{string.Join(',', Enumerable.Repeat("{}", 330_000))}]}}"),
        ["one list after another"] = (Outstanding, $"{{{string.Join(',', Enumerable.Repeat("\"items\":[]", 80_000))}}}"),
        ["as deep as it gets"] = (Outstanding, Listed($"{{\"a\":{new string('[', 900_000)}")),
        ["as deep as may be, again and again"] = (Relation, $"{{\"id\":1,\"a\":[{string.Join(',', Enumerable.Repeat(new string('[', 50) + new string(']', 50), 9_000))}]}}"),
    };

    private readonly RestBench bench = new(new RestOptions { MaxAnswerBytes = MaxAnswer });

    public static TheoryData<string> Costly { get; } = new(Shapes.Keys);

    public static TheoryData<string> Reads { get; } = new(Readings.Keys);

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Mutilated_answer_to_a_booking_is_booked_or_unclear() => Fuzz.Cases(9201, 3000, random => Mutilated(random, Made, Error), answer =>
    {
        bench.Service.On(Book, _ => Told(HttpStatusCode.Created, answer));
        var outcome = Done(bench.BookAsync().NumberAsync());

        // By its status it was made, whatever else is said: it may stand in the books.
        Assert.True(outcome is Answer<long>.Success or Answer<long>.Unclear, outcome.ToString());
        Holds(outcome, answer);
    });

    [Fact]
    public void Mutilated_refusal_of_a_booking_is_refused_or_unclear() => Fuzz.Cases(9202, 3000, random => Mutilated(random, Error, Made), answer =>
    {
        bench.Service.On(Book, _ => Told(HttpStatusCode.BadRequest, answer));
        var outcome = Done(bench.BookAsync().NumberAsync());

        if (outcome is Answer<long>.NotDone { Code: CallFailure.SessionRefused })
        {
            // A code among the tokens, that of a session which has ended, and so did the one opened after it.
            Assert.Contains("\"SECURITY_010\"", Encoding.UTF8.GetString(answer), StringComparison.Ordinal);
            return;
        }

        Assert.True(outcome is Answer<long>.Refused or Answer<long>.Unclear, outcome.ToString());
        Holds(outcome, answer);
    });

    [Fact]
    public void Mutilated_look_after_a_booking_leaves_it_booked() => Fuzz.Cases(9203, 600, random => Mutilated(random, One, Error), answer =>
    {
        using var first = new RestBench(); // a VAT code that it has not seen before is looked at
        first.Service.On(Book, """{"id":77}""").On(Look, _ => Told(HttpStatusCode.OK, answer));

        Assert.Equal(new Answer<long>.Success(77), Done(first.BookAsync().NumberAsync()));
        Assert.Contains(Look, first.Service.Calls);
    });

    [Theory]
    [MemberData(nameof(Reads))]
    public void Mutilated_answer_to_a_reading_is_read_or_was_not_done(string call) => Fuzz.Cases(
        9204, 2000, random => Mutilated(random, Readings[call], Readings[random.Next(2) == 0 ? Find : Relation]), answer => Read(call, answer));

    [Fact]
    public void Mutilated_session_is_opened_or_refused() => Fuzz.Cases(9205, 1000, random => Mutilated(random, Bytes("""{"token":"T","expiresIn":3600}"""), Error), answer =>
    {
        using var other = new RestBench();
        other.Service.On(OpenSession, _ => Told(HttpStatusCode.OK, answer)).On(Book, """{"id":77}""");
        var outcome = Done(other.BookAsync().NumberAsync());

        // Without a session nothing was sent, so nothing is unclear.
        Assert.IsNotType<Answer<long>.Unclear>(outcome);
        Assert.Equal(outcome is Answer<long>.Success, other.Service.Calls.Contains(Book));
    });

    [Theory]
    [MemberData(nameof(Costly))]
    public void Costly_answer_is_read_or_refused_in_bounded_memory(string what)
    {
        var (call, text) = Shapes[what];
        var answer = Bytes(text);
        Assert.InRange(answer.Length, MaxAnswer / 4, MaxAnswer);

        Fuzz.Ends(() => Allocation.IsBoundedInProcess(answer.Length, perByte: 60, besides: 1_000_000, () => Read(call, answer)));
    }

    /// <summary>A reading changes nothing, so that of none it is unclear whether it was done.</summary>
    private void Read(string call, byte[] answer)
    {
        bench.Service.On(call, _ => Told(HttpStatusCode.OK, answer));
        switch (call)
        {
            case Find:
                HoldsOfReading(bench.FindBookingsAsync());
                break;
            case Outstanding:
                HoldsOfReading(bench.ReadOpenItemsAsync());
                break;
            case Ledger:
                HoldsOfReading(bench.Books.ReadLedgerAccountsAsync(RestBench.Credentials, default));
                break;
            case Relation:
                HoldsOfReading(bench.Books.ReadDebtorAsync(RestBench.Credentials, 21, default));
                break;
            case Look:
                HoldsOfReading(bench.Books.FindMutationAsync(RestBench.Credentials, 77, default));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(call), call, "No such reading.");
        }

        void HoldsOfReading<T>(Task<Answer<T>> reading)
        {
            var outcome = Done(reading);
            Assert.IsNotType<Answer<T>.Unclear>(outcome);
            Holds(outcome, answer);
        }
    }

    private static void Holds<T>(Answer<T> outcome, byte[] answer) => Outcomes.Holds(outcome, answer, IsJson);

    private static bool IsJson(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? answer.AsMemory(Encoding.UTF8.Preamble.Length) : answer);
        return document.RootElement.ValueKind == JsonValueKind.Object;
    }

    private static T Done<T>(Task<T> work) => work.GetAwaiter().GetResult();

    private static byte[] Mutilated(Random random, byte[] answer, byte[] other) => Mutations.Of(random, answer, Tokens, other);

    private static HttpResponseMessage Told(HttpStatusCode status, byte[] answer) => new(status) { Content = new ByteArrayContent(answer) };

    private static string Listed(string item) => $"{{\"items\":[{item}],\"count\":1}}";

    private static string Many(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
