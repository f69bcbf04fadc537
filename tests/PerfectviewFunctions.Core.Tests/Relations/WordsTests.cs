using FsCheck.Fluent;
using PerfectviewFunctions.Core.Relations;
using Xunit;
using Property = PerfectviewFunctions.Core.Tests.Mapping.Property;

namespace PerfectviewFunctions.Core.Tests.Relations;

public sealed class WordsTests
{
    [Theory]
    [InlineData("a b c", " a ", "b\t\nc")]
    [InlineData("a c", "a", null, " ", "c")]
    [InlineData("", null, "", "\u00A0")]
    [InlineData("a b c", "a\u0007b", "\u0000", "c\u0085")]
    public void Join_gives_single_spaces_and_leaves_out_what_is_blank(string expected, params string?[] parts) =>
        Assert.Equal(expected, Words.Join(parts));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab cd", 3, "ab")]
    [InlineData("ab🧾", 3, "ab")]
    [InlineData("ab🧾", 4, "ab🧾")]
    [InlineData("🧾", 1, "")]
    public void Cut_ends_between_characters(string text, int length, string expected) => Assert.Equal(expected, Words.Cut(text, length));

    [Fact]
    public void Cut_any_text_is_a_beginning_of_it_without_half_a_character() =>
        Property.Holds(
            Gen.Elements("a", " ", "é", "🧾", "\u0301", "中").ListOf().SelectMany(parts => Gen.Choose(1, 12).Select(length => (string.Concat(parts), length))),
            seed: 20260302,
            sample =>
            {
                var (text, length) = sample;
                var cut = Words.Cut(text, length);
                Assert.StartsWith(cut, text, StringComparison.Ordinal);
                Assert.True(cut.Length <= length && (cut.Length == 0 || !char.IsHighSurrogate(cut[^1])));
                Assert.True(text.Length > length || cut == text);
            });

    [Theory]
    [InlineData("NL 0012.34.567.b01", "NL001234567B01")]
    [InlineData("1011 ab", "1011AB")]
    [InlineData("- . /", "")]
    [InlineData("ß-Ünïcode", "ßÜNÏCODE")]
    [InlineData(null, "")]
    public void Bare_leaves_letters_and_digits_in_capitals(string? text, string expected) => Assert.Equal(expected, Words.Bare(text));

    [Theory]
    [InlineData("Jan", "J.", "van der", "Berg", "Jan van der Berg")]
    [InlineData(null, "J.P.", null, "Berg", "J.P. Berg")]
    [InlineData(null, null, "de", "Vries", "de Vries")]
    [InlineData(null, null, null, "Berg", "Berg")]
    public void DebtorName_of_a_person_is_put_together(string? first, string? initials, string? middle, string? last, string expected) =>
        Assert.Equal(expected, DebtorName.Of(new DebtorDetails("r-1", true)
        {
            FirstName = first, Initials = initials, MiddleName = middle, LastName = last, Name = "not used",
        }));

    [Fact]
    public void DebtorName_of_an_organisation_is_its_own() =>
        Assert.Equal("Krul B.V.", DebtorName.Of(new DebtorDetails("r-1", false) { Name = " Krul  B.V. ", LastName = "not used" }));
}
