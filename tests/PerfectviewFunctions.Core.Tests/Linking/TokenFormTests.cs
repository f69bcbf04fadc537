using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Linking;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Linking;

public sealed class TokenFormTests
{
    private const string Token = "gH7kQz_9.Tn2-Vb4+x/Lw=";
    private const string LongToken = "gH7kQzTn2Vb4xLwPq8Rs5Yt1Uu6Oo3Ii0Aa9Ss8Dd7Ff";

    [Theory]
    [InlineData(Token, 0)]
    [InlineData(" " + Token + "\r\n", 1)]
    [InlineData("\u00A0\uFEFF" + Token + "\u200B", 1)]
    [InlineData("gH7kQz_9.Tn2\r\n-Vb4+x/\u200BLw=", 1)]
    [InlineData("\"" + Token + "\"", 1)]
    [InlineData("\u201C" + Token + "\u201D ", 1)]
    [InlineData("\u201E" + Token + "\u201D", 1)]
    [InlineData("' " + Token + "'", 1)]
    public void Read_token_loses_what_pasting_put_around_it(string pasted, int notes)
    {
        var read = Assert.IsType<CredentialFormResult.Read>(CredentialForm.Read(null, " ", "", pasted));

        Assert.Equal(new BookkeepingCredentials.Rest(Token), read.Credentials);
        Assert.Equal((notes, 0), (read.Notes.Count, read.Hints.Count));
    }

    [Fact]
    public void Read_token_of_any_length_up_to_500()
    {
        Assert.IsType<CredentialFormResult.Read>(CredentialForm.Read(null, null, null, "x"));
        Assert.IsType<CredentialFormResult.Read>(CredentialForm.Read(null, null, null, new string('x', 500)));
        Assert.Contains("501", FaultOn(new string('x', 501)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\"", "Vul het token in")]
    [InlineData("Bearer geheim", "spatie")]
    [InlineData("ge\theim", "spatie")]
    [InlineData("geh\u00E9im", "tekens die er niet in horen")]
    [InlineData("ge\u0007heim", "tekens die er niet in horen")]
    public void Read_what_can_be_no_token_says_why_at_its_field(string pasted, string says)
    {
        var fault = FaultOn(pasted);

        Assert.Contains(says, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("heim", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jansen", null, null)]
    [InlineData(null, "5a0d0b0c5a0d0b0c5a0d0b0c5a0d0b0c", null)]
    [InlineData(null, null, "11111111-DE30-4000-8abc-000000000001")]
    public void Read_token_beside_anything_else_asks_to_choose_one(string? user, string? code1, string? code2)
    {
        var faulty = Assert.IsType<CredentialFormResult.Faulty>(CredentialForm.Read(user, code1, code2, Token));

        var fault = Assert.Single(faulty.Faults);
        Assert.Equal("/token", fault.Pointer);
        Assert.Contains("Kies een van beide", fault.Nl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5a0d0b0c5a0d0b0c5A0D0B0C5a0d0b0c", "Beveiligingscode 1")]
    [InlineData("11111111-DE30-4000-8abc-000000000001", "Beveiligingscode 2")]
    [InlineData("{11111111-DE30-4000-8abc-000000000001}", "Beveiligingscode 2")]
    public void Read_security_code_as_a_token_is_taken_with_a_hint_where_it_belongs(string pasted, string says)
    {
        var read = Assert.IsType<CredentialFormResult.Read>(CredentialForm.Read(null, null, null, pasted));

        Assert.Contains(says, Assert.Single(read.Hints).Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_token_as_a_code_says_where_it_belongs()
    {
        const string code1 = "5a0d0b0c5a0d0b0c5a0d0b0c5a0d0b0c";
        const string code2 = "11111111-DE30-4000-8abc-000000000001";
        var asCode1 = Assert.IsType<CredentialFormResult.Read>(CredentialForm.Read("jansen", LongToken, code2));
        Assert.Contains(asCode1.Hints, hint => hint.Nl.Contains("API-token", StringComparison.Ordinal));

        foreach (var faulty in new[]
        {
            CredentialForm.Read("jansen", LongToken + LongToken, code2),
            CredentialForm.Read("jansen", code1, LongToken),
            CredentialForm.Read(LongToken + LongToken, code1, code2),
        })
        {
            var fault = Assert.Single(Assert.IsType<CredentialFormResult.Faulty>(faulty).Faults);
            Assert.Contains("plak het bij Token", fault.Nl, StringComparison.Ordinal);
            Assert.Contains("paste it under Token", fault.En, StringComparison.Ordinal);
            Assert.DoesNotContain(LongToken, fault.Nl + fault.En, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("5a0d0b0c5a0d0b0c5a0d0b0c5a0d0b0z", "11111111-DE30-4000-8abc-000000000001")]
    [InlineData("5a0d0b0c5a0d0b0c5a0d0b0c5a0d0b0c", "11111111-DE30-4000-8abc-0000000000012")]
    public void Read_code_with_a_slip_of_the_pen_is_not_called_a_token(string code1, string code2)
    {
        var said = CredentialForm.Read("jansen", code1, code2) switch
        {
            CredentialFormResult.Faulty faulty => faulty.Faults.Select(fault => fault.Nl),
            CredentialFormResult.Read read => read.Hints.Select(hint => hint.Nl),
            _ => throw new InvalidOperationException("A form of an unknown kind."),
        };

        Assert.DoesNotContain("token", Assert.Single(said), StringComparison.OrdinalIgnoreCase);
    }

    private static string FaultOn(string token)
    {
        var fault = Assert.Single(Assert.IsType<CredentialFormResult.Faulty>(CredentialForm.Read(null, null, null, token)).Faults);
        Assert.Equal("/token", fault.Pointer);
        return fault.Nl;
    }
}
