using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Linking;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Linking;

public sealed class CredentialFormTests
{
    private const string User = "jansen@example.nl";
    private const string Code1 = "5a0d0b0c5a0d0b0c5A0D0B0C5a0d0b0c";
    private const string Code2 = "11111111-DE30-4000-8abc-000000000001";

    [Fact]
    public void Read_what_is_right_stays_as_it_is_without_a_word() =>
        AssertRead(CredentialForm.Read(User, Code1, Code2), new(User, Code1, Code2), notes: 0, hints: 0);

    [Theory]
    [InlineData("  jansen@example.nl ")]
    [InlineData("\u00A0jansen@example.nl\u200B")]
    [InlineData("\uFEFFjansen@example.nl\r\n")]
    [InlineData("\tjansen@example.nl\u2060\u00AD")]
    public void Read_user_name_loses_what_pasting_put_around_it(string pasted) =>
        AssertRead(CredentialForm.Read(pasted, Code1, Code2), new(User, Code1, Code2), notes: 1, hints: 0);

    [Theory]
    [InlineData("de heer Jansen")]
    [InlineData("a-b_c")]
    public void Read_user_name_keeps_what_stands_inside(string user) =>
        AssertRead(CredentialForm.Read(user, Code1, Code2), new(user, Code1, Code2), notes: 0, hints: 0);

    [Theory]
    [InlineData(" 5a0d0b0c5a0d0b0c5A0D0B0C5a0d0b0c\n")]
    [InlineData("5a0d0b0c 5a0d0b0c 5A0D0B0C 5a0d0b0c")]
    [InlineData("5a0d0b0c-5a0d-0b0c-5A0D-0B0C5a0d0b0c")]
    [InlineData("5a0d0b0c\u20115a0d\u20130b0c\u22125A0D\u00AD0B0C5a0d0b0c")]
    [InlineData("5a0d0b0c5a0d0b0c\u200B5A0D0B0C\u00A05a0d0b0c")]
    public void Read_code_1_loses_white_space_and_dashes(string pasted) =>
        AssertRead(CredentialForm.Read(User, pasted, Code2), new(User, Code1, Code2), notes: 1, hints: 0);

    [Theory]
    [InlineData("5a0d0b0c5a0d0b0c5a0d0b0c5a0d0b", "30")]
    [InlineData("5a0d0b0c5a0d0b0c5a0d0b0c5a0d0b0z", "ook andere")]
    [InlineData("short-one", "9")]
    public void Read_code_1_of_another_form_is_taken_with_a_hint(string code1, string says)
    {
        var read = AssertRead(CredentialForm.Read(User, code1, Code2), new(User, code1, Code2), notes: 0, hints: 1);

        Assert.Contains(says, Assert.Single(read.Hints).Nl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11111111-DE30-4000-8abc-000000000001", 0)]
    [InlineData("{11111111-DE30-4000-8abc-000000000001}", 1)]
    [InlineData("(11111111-DE30-4000-8abc-000000000001)", 1)]
    [InlineData("11111111DE3040008abc000000000001", 1)]
    [InlineData(" { 11111111 - DE30 - 4000 - 8abc - 000000000001 } ", 1)]
    [InlineData("11111111\u2013DE30\u20134000\u20138abc\u2013000000000001\r\n", 1)]
    [InlineData("\uFEFF{11111111DE3040008abc000000000001}", 1)]
    public void Read_code_2_becomes_a_guid_in_its_usual_form_with_the_letters_as_they_were(string pasted, int notes) =>
        AssertRead(CredentialForm.Read(User, Code1, pasted), new(User, Code1, Code2), notes, hints: 0);

    [Theory]
    [InlineData(null, Code1, Code2, "/userName")]
    [InlineData(" \u200B ", Code1, Code2, "/userName")]
    [InlineData("12345678901234567890123456789012345678901234567890123456", Code1, Code2, "/userName")]
    [InlineData("jan\tsen", Code1, Code2, "/userName")]
    [InlineData(User, null, Code2, "/securityCode1")]
    [InlineData(User, "\u00A0", Code2, "/securityCode1")]
    [InlineData(User, "123456789012345678901234567890123456789012345678901", Code2, "/securityCode1")]
    [InlineData(User, "5a0d0b0c5a0d0b0c5a0d0b0c5a0d0b0é", Code2, "/securityCode1")]
    [InlineData(User, "5a0d\u00070b", Code2, "/securityCode1")]
    [InlineData(User, Code1, null, "/securityCode2")]
    [InlineData(User, Code1, "{}", "/securityCode2")]
    [InlineData(User, Code1, "11111111-DE30-4000-8abc-00000000000", "/securityCode2")]
    [InlineData(User, Code1, "11111111-DE30-4000-8abc-00000000000g", "/securityCode2")]
    [InlineData(User, Code1, "11111111-DE30-4000-8abc-000000000001-2", "/securityCode2")]
    public void Read_what_can_not_be_right_names_its_field(string? user, string? code1, string? code2, string pointer)
    {
        var fault = Assert.Single(Assert.IsType<CredentialFormResult.Faulty>(CredentialForm.Read(user, code1, code2)).Faults);

        Assert.Equal(pointer, fault.Pointer);
        Assert.EndsWith(".", fault.Nl, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_all_faults_at_once() => Assert.Equal(
        ["/userName", "/securityCode1", "/securityCode2"],
        Assert.IsType<CredentialFormResult.Faulty>(CredentialForm.Read("", "", "")).Faults.Select(fault => fault.Pointer));

    [Fact]
    public void Read_codes_that_look_swapped_are_taken_with_a_hint()
    {
        var read = Assert.IsType<CredentialFormResult.Read>(CredentialForm.Read(User, Code2, Code1));

        Assert.Contains(read.Hints, hint => hint.En.Contains("swapped", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_code_2_that_is_none_beside_a_code_1_that_looks_like_one_says_so()
    {
        var faulty = Assert.IsType<CredentialFormResult.Faulty>(CredentialForm.Read(User, $"{{{Code2}}}", "code"));

        var fault = Assert.Single(faulty.Faults, fault => fault.Pointer == "/securityCode2");
        Assert.Contains("verwisseld", fault.Nl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zeer-Geheim\t-gebruiker", "zeer-geheime-code", "zeer-geheime-code-2")]
    [InlineData(" Zeer-Geheim ", "ze er geheim", "zeergeheim")]
    public void Nothing_that_is_said_repeats_a_value(string user, string code1, string code2)
    {
        var result = CredentialForm.Read(user, code1, code2);
        var said = result switch
        {
            CredentialFormResult.Faulty faulty => faulty.Faults.SelectMany(fault => new[] { fault.Nl, fault.En }),
            CredentialFormResult.Read read => read.Notes.Concat(read.Hints).SelectMany(note => new[] { note.Nl, note.En }),
            _ => throw new InvalidOperationException("A form of an unknown kind."),
        };

        Assert.All(said, text => Assert.DoesNotContain("geheim", text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("geheim", result.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static CredentialFormResult.Read AssertRead(
        CredentialFormResult result, BookkeepingCredentials.Soap expected, int notes, int hints)
    {
        var read = Assert.IsType<CredentialFormResult.Read>(result);
        Assert.Equal(expected, read.Credentials);
        Assert.Equal((notes, hints), (read.Notes.Count, read.Hints.Count));
        return read;
    }
}
