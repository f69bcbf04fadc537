using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Rules;

public sealed class ParsesTests
{
    [Fact]
    public Task Ours_is_Bicep() => RuleTesting.HoldsForOursAsync(ParsesRule.Faults);

    [Theory]
    [InlineData("param a string =\n", "main.bicep:1: this is no Bicep")]
    [InlineData("var a = 1\nvar b = { x: [1 }\n", "main.bicep:")]
    public Task What_the_grammar_does_not_understand_is_named(string text, string expected) =>
        RuleTesting.BitesAsync(ParsesRule.Faults, expected, ("main.bicep", text));

    [Fact]
    public Task Values_of_a_parameters_file_are_understood() =>
        RuleTesting.PassesAsync(ParsesRule.Faults, ("customers/a.bicepparam", "using '../main.bicep'\n\nparam a = 'x'\nparam b = { c: [1, 2] }\n"));
}
