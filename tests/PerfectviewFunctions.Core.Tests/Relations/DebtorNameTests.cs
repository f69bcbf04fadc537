using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Relations;
using Xunit;
using static PerfectviewFunctions.Core.Relations.PersonNameFormat;
using Property = PerfectviewFunctions.Core.Tests.Mapping.Property;

namespace PerfectviewFunctions.Core.Tests.Relations;

public sealed class DebtorNameTests
{
    /// <summary>First name, initials, tussenvoegsel and last name, and the name in each format.</summary>
    public static TheoryData<string?[], string, string, string, string> People => new()
    {
        { ["Sanne", "S.", "van der", "Berg"], "Sanne van der Berg", "van der Berg", "S. van der Berg", "Berg, Sanne van der" },
        { ["Jan", "J.P.", "van", "Dijk"], "Jan van Dijk", "van Dijk", "J.P. van Dijk", "Dijk, Jan van" },
        { ["Piet", "P", "van de", "Ven"], "Piet van de Ven", "van de Ven", "P. van de Ven", "Ven, Piet van de" },
        { ["Anna", "A", "de", "Vries"], "Anna de Vries", "de Vries", "A. de Vries", "Vries, Anna de" },
        { ["Maarten", "M", "'t", "Hart"], "Maarten 't Hart", "'t Hart", "M. 't Hart", "Hart, Maarten 't" },
        { ["Bas", "B", "in 't", "Veld"], "Bas in 't Veld", "in 't Veld", "B. in 't Veld", "Veld, Bas in 't" },
        { ["Wim", "W.", "van 't", "Hof"], "Wim van 't Hof", "van 't Hof", "W. van 't Hof", "Hof, Wim van 't" },
        { ["Wim", "W.", "van \u2019t", "Hof"], "Wim van \u2019t Hof", "van \u2019t Hof", "W. van \u2019t Hof", "Hof, Wim van \u2019t" },
        { [null, "W.", "van 't", "Hof"], "W. van 't Hof", "van 't Hof", "W. van 't Hof", "Hof, W. van 't" },
        { ["Ellen", "E", "ter", "Braak"], "Ellen ter Braak", "ter Braak", "E. ter Braak", "Braak, Ellen ter" },
        { ["Kees", "C", "op den", "Camp"], "Kees op den Camp", "op den Camp", "C. op den Camp", "Camp, Kees op den" },
        { ["Marie", "M.", null, "Jansen-de Vries"], "Marie Jansen-de Vries", "Jansen-de Vries", "M. Jansen-de Vries", "Jansen-de Vries, Marie" },
        { ["Marie", "M.", "van der", "Jansen-de Vries"], "Marie van der Jansen-de Vries", "van der Jansen-de Vries", "M. van der Jansen-de Vries", "Jansen-de Vries, Marie van der" },
        { [null, null, null, "Jansen-de Vries"], "Jansen-de Vries", "Jansen-de Vries", "Jansen-de Vries", "Jansen-de Vries" },

        // As typed: a Flemish name keeps its capitals, and a last name typed with its tussenvoegsel is not taken apart.
        { ["Sanne", "S.", "Van Der", "Berg"], "Sanne Van Der Berg", "Van Der Berg", "S. Van Der Berg", "Berg, Sanne Van Der" },
        { ["Sanne", "S.", null, "van der Berg"], "Sanne van der Berg", "van der Berg", "S. van der Berg", "van der Berg, Sanne" },
        { ["Els", "E.", "van", "Dijk - van den Berg"], "Els van Dijk - van den Berg", "van Dijk - van den Berg", "E. van Dijk - van den Berg", "Dijk - van den Berg, Els van" },
        { ["Jan", null, "van der", "Berg"], "Jan van der Berg", "van der Berg", "Jan van der Berg", "Berg, Jan van der" },
        { [null, "SJ", "van der", "Berg"], "S.J. van der Berg", "van der Berg", "S.J. van der Berg", "Berg, S.J. van der" },
        { [null, null, "van der", "Berg"], "van der Berg", "van der Berg", "van der Berg", "Berg, van der" },
        { [null, null, null, "Berg"], "Berg", "Berg", "Berg", "Berg" },
        { ["Sanne", "S.", null, null], "Sanne", "Sanne", "S.", "Sanne" },
        { ["Sanne", null, "van der", null], "Sanne van der", "van der", "Sanne van der", "Sanne van der" },
        { [" ", ".", "\t", " Berg "], "Berg", "Berg", "Berg", "Berg" },
        { ["Jan\u0007 Peter", "j  p", "van  der", "Berg\r\n"], "Jan Peter van der Berg", "van der Berg", "J.P. van der Berg", "Berg, Jan Peter van der" },
    };

    [Theory]
    [MemberData(nameof(People))]
    public void Person_is_named_in_each_format(string?[] parts, string firstAndLast, string lastOnly, string initialsAndLast, string lastThenFirst)
    {
        var person = Person(parts);

        Assert.Equal(firstAndLast, DebtorName.Of(person));
        Assert.Equal(
            new Dictionary<PersonNameFormat, string>
            {
                [FirstAndLast] = firstAndLast, [LastOnly] = lastOnly, [InitialsAndLast] = initialsAndLast, [LastThenFirst] = lastThenFirst,
            },
            DebtorName.InAllFormats(person));
        Assert.All(DebtorName.InAllFormats(person), name => Assert.Equal(name.Value, DebtorName.Of(person, name.Key)));
    }

    [Theory]
    [InlineData("S", "S.")]
    [InlineData("s.", "S.")]
    [InlineData("SJ", "S.J.")]
    [InlineData("S J", "S.J.")]
    [InlineData("s.j.", "S.J.")]
    [InlineData("S. J.", "S.J.")]
    [InlineData("S.J", "S.J.")]
    [InlineData("S,J", "S.J.")]
    [InlineData("sj", "S.J.")]
    [InlineData("J.P.M.", "J.P.M.")]
    [InlineData("JPM.", "J.P.M.")]
    [InlineData("Th.", "Th.")]
    [InlineData("J.Th.", "J.Th.")]
    [InlineData("Chr. J.", "Chr.J.")]
    [InlineData("IJ.", "IJ.")]
    [InlineData("IJ.M.", "IJ.M.")]
    [InlineData("Jan", "Jan")]
    [InlineData("Jan P", "Jan P.")]
    [InlineData("S. (Sanne)", "S. Sanne")]
    [InlineData("drs. J.P.", "drs. J.P.")]
    [InlineData("mr.dr. SJ", "mr. dr. S.J.")]
    [InlineData("J.-P.", "J.-P.")]
    [InlineData("é.a.", "É.A.")]
    [InlineData("e\u0301a", "E\u0301.A.")]
    [InlineData("-", "")]
    [InlineData("..", "")]
    [InlineData("\u0007\uD800", "")]
    [InlineData(null, "")]
    public void Initials_have_one_form(string? typed, string expected) => Assert.Equal(expected, Initials.Of(typed));

    [Fact]
    public void Organisation_is_named_as_it_is_in_every_format() =>
        Assert.All(
            DebtorName.InAllFormats(new DebtorDetails("r-1", false) { Name = " Van der Berg,  B.V. ", FirstName = "Jan", LastName = "not used" }).Values,
            name => Assert.Equal("Van der Berg, B.V.", name));

    [Fact]
    public void No_format_yields_an_empty_name_a_control_character_or_a_double_space() => Property.Holds(
        from parts in Parts.Three()
        from last in Part
        select Person(parts.Item1, parts.Item2, parts.Item3, last + "Berg"),
        20_260_331,
        person => Assert.All(DebtorName.InAllFormats(person).Values, name =>
        {
            Assert.NotEqual("", name);
            Assert.Equal(name.Trim(), name);
            Assert.DoesNotContain("  ", name, StringComparison.Ordinal);
            Assert.DoesNotContain(name, char.IsControl);
            Assert.False(name[0] == ',' || name[^1] == ',', name);
        }));

    private static Gen<string?> Parts => Gen.Frequency((1, Gen.Constant<string?>(null)), (5, Part.Select(text => (string?)text)));

    private static Gen<string> Part => Gen.Elements("S", "j", "IJ", "Th", "van", " ", "  ", "\t", "\u0000", "\u0085", ".", "-", "'t", "é", "🧾").ListOf().Select(string.Concat);

    private static DebtorDetails Person(params string?[] parts) =>
        new("r-1", true) { FirstName = parts[0], Initials = parts[1], MiddleName = parts[2], LastName = parts[3] };
}
