using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.EBoekhouden.Tests.Support;
using PerfectviewFunctions.Testing.Fuzzing;

namespace PerfectviewFunctions.EBoekhouden.Tests.Fuzzing;

/// <summary>Whatever comes back instead of an answer: it never passes for one it is not, is never thrown on, and costs no more than its size.</summary>
[Collection(Apart.Name)]
public sealed class SoapFuzzTests : IDisposable
{
    private const int MaxAnswer = 1_000_000;

    private static readonly string[] Tokens =
    [
        "<", ">", "/>", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version=\"1.0\"?>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "&amp;", "&#x1;", "&#0;",
        "&#xD800;", "xsi:nil=\"true\"", "xmlns=\"\"", "xmlns:soap=\"x\"", "<a>", "</a>", "<a/>", "\0", "\u00e9", "0", "-1", "9223372036854775808", "79228162514264337593543950335", "1E999",
        "<Mutatienummer>12</Mutatienummer>", "<ErrorMsg><LastErrorCode>CMUT018</LastErrorCode></ErrorMsg>", "<soap:Body>", "</soap:Body>", "<soap:Fault>",
        "<MutatieNr>1</MutatieNr>", "<LastErrorCode>E0023</LastErrorCode>",
    ];

    private static readonly byte[] Booked = Bytes(Wire.Answer("AddMutatie", "<ErrorMsg /><Mutatienummer>12</Mutatienummer>"));
    private static readonly byte[] Refused = Bytes(Wire.Answer("AddMutatie", Wire.Error("CMUT018", "Bestaat al")));

    private static readonly byte[] Mutations3 = Bytes(Wire.Answer("GetMutaties", $"<ErrorMsg /><Mutaties>{string.Concat(Enumerable.Range(1, 3).Select(Mutation))}</Mutaties>"));

    private static readonly byte[] Relations = Bytes(Wire.Answer("GetRelaties", WireRelation.Listed(WireRelation.Filled, WireRelation.Filled)));

    /// <summary>Answers to a reading of relations, shaped to cost as much as they can.</summary>
    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["a text in a hundred thousand pieces"] = Listed($"<Bedrijf>{Many("<![CDATA[a]]>", 75_000)}</Bedrijf>"),
        ["a text of references"] = Listed($"<Bedrijf>{Many("&#x1;", 190_000)}</Bedrijf>"),
        ["a text without end"] = Listed($"<Bedrijf>{new string('x', 950_000)}</Bedrijf>"),
        ["a name without end"] = Listed($"<{new string('x', 470_000)}/>"),
        ["fields of ever other names"] = Listed(string.Concat(Enumerable.Range(0, 70_000).Select(number => $"<a{number}/>"))),
        ["attributes of ever other names"] = Listed($"<a {string.Concat(Enumerable.Range(0, 60_000).Select(number => $" a{number}=\"\""))}/>"),
        ["an attribute without end"] = Listed($"<a b=\"{new string('x', 900_000)}\"/>"),
        ["name spaces without end"] = Listed($"<a {string.Concat(Enumerable.Range(0, 30_000).Select(number => $" xmlns:a{number}=\"b\""))}/>"),
        ["rows without end"] = Wire.Answer("GetRelaties", $"<Relaties>{Many("<cRelatie><ID>1</ID></cRelatie>", 31_000)}</Relaties>"),
        ["comments without end"] = Listed(Many("<!---->", 130_000)),
        ["instructions without end"] = Listed(Many("<?a?>", 180_000)),
        ["as deep as it gets"] = Listed(Many("<a>", 300_000)),
        ["as deep as may be, again and again"] = Listed(Many(Many("<a>", 20) + Many("</a>", 20), 6_000)),
    };

    private readonly Bench bench = new(new SoapOptions { MaxAnswerBytes = MaxAnswer });

    public static TheoryData<string> Costly { get; } = new(Shapes.Keys);

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Mutilated_answer_to_a_booking_is_read_as_booked_refused_or_unclear() => Fuzz.Cases(
        9101, 4000, random => Mutilated(random, random.Next(2) == 0 ? Booked : Refused, Mutations3), answer => Holds("AddMutatie", answer, bench.BookAsync));

    [Fact]
    public void Mutilated_answer_to_a_look_up_proves_nothing_that_it_does_not_say() => Fuzz.Cases(
        9102, 3000, random => Mutilated(random, Mutations3, Booked), answer => Holds("GetMutaties", answer, bench.FindBookingsAsync));

    [Fact]
    public void Mutilated_list_of_relations_is_read_or_refused() => Fuzz.Cases(
        9103,
        2000,
        random => Mutilated(random, Relations, Mutations3),
        answer => Holds("GetRelaties", answer, () => bench.ReadDebtorsAsync()));

    [Fact]
    public void Mutilated_session_is_opened_or_refused() => Fuzz.Cases(
        9104,
        1000,
        random => Mutilated(random, Bytes(Wire.Answer("OpenSession", "<ErrorMsg /><SessionID>{S}</SessionID>")), Refused),
        answer =>
        {
            using var other = new Bench(new SoapOptions { MaxAnswerBytes = MaxAnswer });
            other.Service.On("OpenSession", _ => Xml(answer)).On("AddMutatie", _ => Xml(Booked));
            var outcome = Done(other.BookAsync());

            // Without a session nothing was sent, so nothing is unclear.
            Assert.IsNotType<Answer<long>.Unclear>(outcome);
            Assert.Equal(outcome is Answer<long>.Success, other.Service.Operations.Contains("AddMutatie"));
        });

    [Theory]
    [MemberData(nameof(Costly))]
    public void Costly_answer_is_read_or_refused_in_bounded_memory(string what)
    {
        var answer = Bytes(Shapes[what]);
        Assert.InRange(answer.Length, MaxAnswer / 4, MaxAnswer);

        Fuzz.Ends(() => Allocation.IsBoundedInProcess(
            answer.Length, perByte: 60, besides: 1_000_000, () => Holds("GetRelaties", answer, () => bench.ReadDebtorsAsync())));
    }

    [Theory]
    [InlineData("<!DOCTYPE a>")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/hostname\">")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]>")]
    [InlineData("<!DOCTYPE a [<!ENTITY % b SYSTEM \"http://127.0.0.1/b\"> %b;]>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>")]
    public void Document_type_is_refused_before_anything_of_it_is_followed(string type)
    {
        var text = Encoding.UTF8.GetString(Booked);
        var answer = Bytes(text.Insert(text.IndexOf("<soap:Envelope", StringComparison.Ordinal), type));
        bench.Service.On("AddMutatie", _ => Xml(answer));

        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<long>.Unclear>(Done(bench.BookAsync())).Code);
    }

    [Fact]
    public void Entity_that_nobody_declared_is_refused()
    {
        bench.Service.On("AddMutatie", "<Mutatienummer>1&two;</Mutatienummer>");

        Assert.Equal(CallFailure.Unreadable, Assert.IsType<Answer<long>.Unclear>(Done(bench.BookAsync())).Code);
    }

    private void Holds<T>(string operation, byte[] answer, Func<Task<Answer<T>>> callAsync)
    {
        bench.Service.On(operation, _ => Xml(answer));
        Outcomes.Holds(Done(callAsync()), answer, bytes => Encoding.UTF8.GetString(bytes).TrimEnd().EndsWith("Envelope>", StringComparison.Ordinal));
    }

    private static T Done<T>(Task<T> work) => work.GetAwaiter().GetResult();

    private static byte[] Mutilated(Random random, byte[] answer, byte[] other) => Mutations.Of(random, answer, Tokens, other);

    private static HttpResponseMessage Xml(byte[] answer)
    {
        var content = new ByteArrayContent(answer);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml") { CharSet = "utf-8" };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private static string Mutation(int number) =>
        $"<cMutatieList><MutatieNr>{number}</MutatieNr><Soort>FactuurVerstuurd</Soort><Datum>2026-03-02T00:00:00</Datum><Factuurnummer>A-2026-001</Factuurnummer>"
        + "<RelatieCode>PV10001</RelatieCode><MutatieRegels><cMutatieListRegel><BedragExclBTW>100</BedragExclBTW><BedragBTW>21</BedragBTW>"
        + "<BTWCode>HOOG_VERK_21</BTWCode></cMutatieListRegel></MutatieRegels></cMutatieList>";

    private static string Listed(string inside) => Wire.Answer("GetRelaties", $"<ErrorMsg /><Relaties><cRelatie><ID>1</ID>{inside}</cRelatie></Relaties>");

    private static string Many(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>Runs beside no other test: what is measured there is the memory that the whole process takes.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Apart
{
    public const string Name = "apart";
}
