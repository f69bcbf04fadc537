using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>Texts of every kind, through JSON, store, XML and the books and back: what stands there is what was sent.</summary>
public sealed class RelationTextTests
{
    /// <summary>The fields that take any text, with where they stand in the books.</summary>
    private static readonly (string Field, string InBooks)[] Free =
    [
        ("name", "Bedrijf"), ("contactPerson", "Contactpersoon"), ("salutation", "Aanhef"), ("phone", "Telefoon"), ("mobilePhone", "GSM"),
        ("website", "Site"), ("note", "Notitie"), ("code", "Code"),
    ];

    public static TheoryData<string> Texts { get; } = new()
    {
        "A & B <b> \"c\"",
        "'d' ]]> <!--",
        "<![CDATA[x]]>",
        "&amp;&#0;&lt;",
        "\\u0000 \\ / %00",
        "שלום مرحبا",
        "\u202Eom\u200Fgekeerd",
        "😀👩‍👩‍👧🇳🇱",
        "𝔉𝔦𝔯𝔪𝔞",
        "e\u0301 é ﬁ Å",
        "İıŞşẞß",
        "'; DROP --",
        "{{7*7}} ${x}",
        "=1+1 @x -2",
        "<script>x()",
        "\u00AD\u200B\uFEFFx",
        "\uFFFDx\u2028y",
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_stands_in_the_books_and_in_answers_as_it_was_sent(string text)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var expected = text.Replace('\u2028', ' ');

        var made = await host.SendAsync(Created("r-1", 0, text, Saying(text)));
        var changed = await host.SendAsync(Updated("r-1", 1, Saying(text + "2")));
        var again = await host.SendAsync(Updated("r-1", 2, Saying(text)));

        Assert.Equal(("updated", "updated", "updated"), (made.Outcome, changed.Outcome, again.Outcome));
        var booked = world.OnlyRelation();
        foreach (var (field, inBooks) in Free)
        {
            Assert.Equal((field, field == "note" ? text : expected), (field, inBooks == "Code" ? booked.Code : booked[inBooks]));
        }

        var shown = await host.RelationAsync("r-1");
        Assert.Equal((expected, expected), (shown!["name"]!.GetValue<string>(), shown["link"]!["code"]!.GetValue<string>()));
        Assert.Empty(shown["notCarriedOver"]?.AsArray() ?? []);
        Assert.Empty(shown["overwritten"]?.AsArray() ?? []);
    }

    [Theory]
    [InlineData("\u0000")]
    [InlineData("\u0001")]
    [InlineData("\b")]
    [InlineData("\u001B[31m")]
    [InlineData("\u007F")]
    [InlineData("\u0080\u009F")]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    public async Task Control_characters_are_left_out_of_every_field_and_told(string controls)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var visible = controls.Replace("\u001B", "", StringComparison.Ordinal) is "[31m" ? "[31m" : "";
        var said = Saying($"Ko{controls}ren");
        foreach (var address in (string[])["visitingAddress", "postalAddress"])
        {
            said[address] = RelationEvents.Address($"Ka{controls}de", "1", $"12{controls}34 AB", $"Sta{controls}d");
        }

        var reply = await host.SendAsync(Created("r-1", 0, $"Ko{controls}ren", said));

        Assert.Equal((200, "updated"), (reply.Status, reply.Outcome));
        var booked = world.OnlyRelation();
        Assert.All(Free, one => Assert.Equal(
            (one.Field, $"Ko{visible}ren"), (one.Field, one.InBooks == "Code" ? booked.Code : booked[one.InBooks])));
        Assert.Equal(($"Ka{visible}de 1", $"12{visible}34 AB", $"Sta{visible}d"), (booked["Adres"], booked["Postcode2"], booked["Plaats"]));
        var told = (await host.RelationAsync("r-1"))!["notCarriedOver"]!.AsArray().Select(note => note!["field"]!.GetValue<string>()).ToList();
        Assert.Equal(Free.Select(one => one.Field).Append("visitingAddress").Append("postalAddress").Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_field_as_null_clears_all_but_the_name_and_nothing_is_left_of_it()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", Saying("vol")));
        var nothing = new JsonObject();
        foreach (var field in (string[])
        [
            "code", "name", "initials", "firstName", "middleName", "lastName", "contactPerson", "gender", "salutation", "visitingAddress", "postalAddress",
            "invoiceAddress", "phone", "mobilePhone", "email", "invoiceEmail", "website", "vatNumber", "chamberOfCommerceNumber", "iban", "bic", "note",
        ])
        {
            nothing[field] = null;
        }

        var reply = await host.SendAsync(Updated("r-1", 1, nothing));

        Assert.Equal("updated", reply.Outcome);
        var booked = world.OnlyRelation();
        Assert.Equal("vol", booked.Name);
        Assert.All(Free.Where(one => one.Field is not ("name" or "code")), one => Assert.Equal("", booked[one.InBooks]));
        Assert.StartsWith("PV", booked.Code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Type_that_changes_back_and_forth_leaves_the_relation_with_a_name_and_in_the_end_as_it_was()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["contactPerson"] = "A. Bakker" }));

        for (var minute = 1; minute <= 6; minute++)
        {
            var isPerson = minute % 2 == 1;
            var reply = await host.SendAsync(Updated("r-1", minute, new JsonObject { ["type"] = isPerson ? "person" : "organisation" }));

            Assert.Equal((200, "updated"), (reply.Status, reply.Outcome));
            Assert.Equal((isPerson ? "P" : "B", "Korenbloem"), (world.OnlyRelation()["BP"], world.OnlyRelation().Name));
        }

        Assert.Equal("A. Bakker", world.OnlyRelation()["Contactpersoon"]);
    }

    private static JsonObject Saying(string text)
    {
        var said = new JsonObject();
        foreach (var (field, _) in Free)
        {
            said[field] = text;
        }

        return said;
    }
}
