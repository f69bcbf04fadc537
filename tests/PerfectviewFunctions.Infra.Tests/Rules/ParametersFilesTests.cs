using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Rules;

public sealed class ParametersFilesTests
{
    private const string Main = """
        @minLength(2)
        param customer string
        @allowed([512, 2048])
        param memory int = 512
        param tags { owner: string, note: string? } = { owner: 'x' }
        param operators string[] = []
        """;

    [Fact]
    public Task Ours_say_what_is_asked() => RuleTesting.HoldsForOursAsync(ParametersFilesRule.Faults);

    [Theory]
    [InlineData("param memory = 512", "'customer' is missing; main.bicep needs it.")]
    [InlineData("param customer = 'abc'\nparam colour = 'red'", "main.bicep has no parameter 'colour'.")]
    [InlineData("param customer = 'a'", "customers/a.bicepparam:3: customer: 'a' breaks @minLength(2).")]
    [InlineData("param customer = 'abc'\nparam memory = 1024", "memory: 1024 breaks @allowed([512, 2048]).")]
    [InlineData("param customer = 'abc'\nparam tags = { note: 'x' }", "tags: 'owner' is missing.")]
    [InlineData("param customer = 'abc'\nparam operators = ['a', 1]", "operators: 1 is no string.")]
    public Task What_the_template_does_not_take_is_named(string text, string expected) => RuleTesting.BitesAsync(
        ParametersFilesRule.Faults, expected, ("main.bicep", Main), ("customers/a.bicepparam", $"using '../main.bicep'\n\n{text}\n"));

    [Fact]
    public Task What_the_template_takes_passes() => RuleTesting.PassesAsync(
        ParametersFilesRule.Faults,
        ("main.bicep", Main),
        ("customers/a.bicepparam", "using '../main.bicep'\nvar own = 'me'\nparam customer = 'abc'\nparam memory = 2048\nparam tags = { owner: own }\nparam operators = ['a']\n"));
}
