using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

public sealed class PrincipalTests
{
    private const string Long = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    private static readonly string Id = Scene.Anna.Value;

    [Theory]
    [InlineData("oid")]
    [InlineData(Long)]
    public void Account_of_entra_is_a_person(string claim)
    {
        var principal = Read(Document(Scene.Claim(claim, Id), Scene.Claim("name", "Anna")));

        Assert.Equal(new Principal(Scene.Anna, "Anna"), principal);
    }

    [Fact]
    public void Object_id_in_capitals_is_the_same_person() =>
        Assert.Equal(Scene.Anna, Read(Document(Scene.Claim("oid", Id.ToUpperInvariant())))?.Person);

    [Fact]
    public void Object_id_under_both_names_is_one_person() =>
        Assert.Equal(Scene.Anna, Read(Document(Scene.Claim("oid", Id), Scene.Claim(Long, Id)))?.Person);

    [Theory]
    [InlineData("name", "Anna", "Anna")]
    [InlineData("preferred_username", "anna@example.nl", "anna@example.nl")]
    [InlineData("name", " ", "from the header")]
    [InlineData("other", "x", "from the header")]
    public void Name_comes_from_the_first_that_tells_one(string claim, string value, string name)
    {
        var headers = HeadersOf(Scene.Encode(Document(Scene.Claim("oid", Id), Scene.Claim(claim, value))));
        headers[Principal.NameHeader] = "from the header";

        Assert.Equal(name, Principal.Read(headers)?.Name);
    }

    public static TheoryData<string> Unusable { get; } =
    [
        "", " ", "=", "no base64!", Encode("no JSON"), Encode("[]"), Encode("\"text\""), Encode("null"), Encode("5"), Encode("{}"),
        Encode("""{"auth_typ":"aad"}"""), Encode("""{"auth_typ":"aad","claims":{}}"""), Encode("""{"auth_typ":"aad","claims":[]}"""),
        Encode("""{"auth_typ":"aad","claims":[null]}"""), Encode("""{"auth_typ":"aad","claims":["oid"]}"""), Encode("""{"auth_typ":"aad","claims":[{}]}"""),
        Encode("""{"auth_typ":"aad","claims":[{"typ":5,"val":"x"}]}"""), Encode("""{"auth_typ":"aad","claims":[{"typ":"oid","val":5}]}"""),
        Encode("""{"auth_typ":"aad","claims":[{"typ":"oid","val":"\ud800"}]}"""), Encode(new string('[', 5000)),
        Encode($$"""{"auth_typ":"google","claims":[{"typ":"oid","val":"{{Id}}"}]}"""),
        Encode($$"""{"claims":[{"typ":"oid","val":"{{Id}}"}]}"""),
        Encode("""{"auth_typ":"aad","claims":[{"typ":"oid","val":"anna"}]}"""),
        Encode("""{"auth_typ":"aad","claims":[{"typ":"oid","val":"00000000-0000-0000-0000-000000000000"}]}"""),
        Encode($$$"""{"auth_typ":"aad","claims":[{"typ":"oid","val":"{{{{Id}}}}"}]}"""),
        Encode($$"""{"auth_typ":"aad","claims":[{"typ":"oid","val":"{{Id}}"},{"typ":"oid","val":"{{Scene.Bram.Value}}"}]}"""),
        Scene.PrincipalOf(Scene.Anna, new string('x', 33 * 1024)),
    ];

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Anything_else_is_nobody(string header) => Assert.Null(Principal.Read(HeadersOf(header)));

    [Fact]
    public void Header_sent_twice_is_nobody() => Assert.Null(Principal.Read(HeadersOf(Scene.PrincipalOf(Scene.Anna), Scene.PrincipalOf(Scene.Anna))));

    [Fact]
    public void Missing_header_is_nobody() => Assert.Null(Principal.Read(new HeaderDictionary()));

    [Theory]
    [InlineData("Anna", "Anna (6b1f0a5e-0d5c-4d8f-9a52-000000000001)")]
    [InlineData(null, "(6b1f0a5e-0d5c-4d8f-9a52-000000000001)")]
    [InlineData("\r\n\t\u202E", "(6b1f0a5e-0d5c-4d8f-9a52-000000000001)")]
    [InlineData("An\r\nna\u0000\u202E\u2028", "Anna (6b1f0a5e-0d5c-4d8f-9a52-000000000001)")]
    [InlineData("株😀", "株😀 (6b1f0a5e-0d5c-4d8f-9a52-000000000001)")]
    public void Actor_is_named_on_one_line_with_the_id(string? name, string actor) =>
        Assert.Equal(actor, PersonName.ActorOf(new Principal(Scene.Anna, name)).Name);

    [Fact]
    public void Long_name_is_cut_between_characters_and_the_id_kept()
    {
        var actor = PersonName.ActorOf(new Principal(Scene.Anna, "x" + string.Concat(Enumerable.Repeat("😀", 200)))).Name;

        Assert.InRange(actor.Length, 190, 200);
        Assert.EndsWith($"😀 ({Id})", actor, StringComparison.Ordinal);
    }

    private static JsonObject Document(params JsonNode[] claims) => new() { ["auth_typ"] = "aad", ["claims"] = new JsonArray(claims) };

    private static Principal? Read(JsonNode document) => Principal.Read(HeadersOf(Scene.Encode(document)));

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static HeaderDictionary HeadersOf(params string[] sent) => new() { [Principal.Header] = sent };
}
