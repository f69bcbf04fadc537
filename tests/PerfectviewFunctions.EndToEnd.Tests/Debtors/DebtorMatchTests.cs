using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Debtors;

/// <summary>A relation in the books is taken for the debtor only beyond doubt; what may be it is left to a person; else one is made.</summary>
public sealed class DebtorMatchTests
{
    private const string Vat = "NL001234567B01";
    private const string Chamber = "12345678";

    public static TheoryData<string, string, string> Beyond => new()
    {
        { "code and VAT number", "K100", "Andere Naam|NL 0012.34.567.B01||" },
        { "code and Chamber-of-Commerce number", "K100", "Andere Naam||12345678|" },
        { "code, name and postcode", "K100", "BAKKERIJ de Korenbloem|||1234ab" },
        { "code in other capitals, name and postcode", "k100", "Bakkerij De Korenbloem|||1234 AB" },
    };

    /// <summary>By REST nothing can be found by these numbers.</summary>
    public static TheoryData<string, string, string> BeyondByNumber => new()
    {
        { "VAT number alone", "X1", "Andere Naam|NL001234567B01||9999 ZZ" },
        { "VAT and Chamber-of-Commerce number", "X1", "Andere Naam|NL001234567B01|12345678|" },
    };

    public static TheoryData<string, string, string> Doubtful => new()
    {
        { "stranger with the same code", "K100", "Een Vreemde|NL999999999B01|87654321|9999 ZZ" },
        { "same code and nothing else known", "K100", "Bakkerij De Korenbloem|||" },
        { "name and postcode alone", "X1", "Bakkerij De Korenbloem|||1234 AB" },
    };

    /// <inheritdoc cref="BeyondByNumber"/>
    public static TheoryData<string, string, string> DoubtfulByNumber => new()
    {
        { "other company of a fiscal unity", "X1", "Korenbloem Vastgoed|NL001234567B01|87654321|" },
        { "Chamber-of-Commerce number alone", "X1", "Andere Naam||12345678|" },
    };

    [Theory]
    [MemberData(nameof(Beyond))]
    public async Task Relation_that_is_the_debtor_beyond_doubt_is_booked_on(string why, string code, string known)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        Add(world.Books, code, known);
        world.Books.AddRelation("OTHER", "Iemand Anders");

        var reply = await host.SendAsync(Invoice("1"));

        Assert.True(reply.Outcome == "booked", $"{why}: {reply.Body}");
        Assert.Equal(code, Assert.Single(world.Books.Mutations).RelationCode);
        Assert.Equal(["GetRelaties", "AddMutatie"], world.Sandbox.Books.Calls.Steps());
    }

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task Relation_that_may_be_the_debtor_is_shown_to_a_person(string why, string code, string known)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        Add(world.Books, code, known);

        var reply = await host.SendAsync(Invoice("1"));
        var other = await host.SendAsync(Events.Invoice("2").For(Events.Debtor("rel-9", "Iemand Anders", "K900")));

        Assert.True(reply.ReasonCode == "debtor-ambiguous", $"{why}: {reply.Body}");
        var reason = reply.Results[0]!["reason"]!;
        foreach (var language in new[] { "nl", "en" })
        {
            Assert.Contains($"{code} {known.Split('|')[0]}", reason[language]!.GetValue<string>(), StringComparison.Ordinal);
        }

        Assert.Equal("booked", other.Outcome);
        Assert.Equal(2, world.Books.Relations.Count);
    }

    [SoapFact]
    public async Task Two_companies_with_the_VAT_number_are_both_shown()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        Add(world.Books, "X1", $"Korenbloem Noord|{Vat}||");
        Add(world.Books, "X2", $"Korenbloem Zuid|{Vat}||");

        var reply = await host.SendAsync(Invoice("1"));

        Assert.Equal("debtor-ambiguous", reply.ReasonCode);
        Assert.Contains("X1 Korenbloem Noord, X2 Korenbloem Zuid", reply.Body, StringComparison.Ordinal);
    }

    [SoapFact]
    public async Task Company_of_a_fiscal_unity_is_told_from_the_others_by_its_Chamber_of_Commerce_number()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        Add(world.Books, "X1", $"Korenbloem Noord|{Vat}|87654321|");
        Add(world.Books, "X2", $"Korenbloem Zuid|{Vat}|{Chamber}|");

        Assert.Equal("booked", (await host.SendAsync(Invoice("1"))).Outcome);
        Assert.Equal("X2", Assert.Single(world.Books.Mutations).RelationCode);
    }

    [SoapTheory]
    [MemberData(nameof(BeyondByNumber))]
    public Task Relation_that_its_numbers_make_the_debtor_is_booked_on(string why, string code, string known) =>
        Relation_that_is_the_debtor_beyond_doubt_is_booked_on(why, code, known);

    [SoapTheory]
    [MemberData(nameof(DoubtfulByNumber))]
    public Task Relation_that_its_numbers_make_doubtful_is_shown_to_a_person(string why, string code, string known) =>
        Relation_that_may_be_the_debtor_is_shown_to_a_person(why, code, known);

    [Fact]
    public async Task Debtor_without_a_code_gets_one_of_ours_and_keeps_it()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        await host.SendAsync(Events.Invoice("1").For(Events.Debtor("rel-7", "Zonder Nummer BV")));
        await host.SendAsync(Events.Invoice("2").For(Events.Debtor("rel-7", "Zonder Nummer BV")));

        var made = Assert.Single(world.Books.Relations);
        Assert.Matches("^PV[0-9A-Z]{10}$", made.Code);
        Assert.All(world.Books.Mutations, mutation => Assert.Equal(made.Code, mutation.RelationCode));
    }

    private static JsonObject Invoice(string number)
    {
        var debtor = Events.Debtor("rel-1", "Bakkerij De Korenbloem", "K100");
        debtor["vatNumber"] = Vat;
        debtor["chamberOfCommerceNumber"] = Chamber;
        return Events.Invoice(number).For(debtor);
    }

    /// <param name="known">Name, VAT number, Chamber-of-Commerce number and postcode, with bars between.</param>
    private static void Add(SandboxAdministration books, string code, string known)
    {
        var parts = known.Split('|');
        books.AddRelation(code, parts[0], new Dictionary<string, string> { ["BTWNummer"] = parts[1], ["KvkNummer"] = parts[2], ["Postcode"] = parts[3] });
    }
}
