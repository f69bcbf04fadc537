using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Rules;

public sealed class ModulesTests
{
    private const string Module = """
        import { kind, options } from 'types.bicep'
        @minValue(2)
        param size int
        @allowed(['a', 'b'])
        param letter string = 'a'
        param many options = {}
        output id string = '${size}${letter}${one}${many}'
        param one kind?
        """;

    private const string Types = """
        type text = string
        @export()
        type kind = 'small' | 'large'
        @export()
        @sealed()
        type options = {
          @maxLength(3)
          Name: text?
          More: text?
          Inner: { Count: int?, On: bool? }?
        }
        """;

    [Fact]
    public Task Ours_are_given_what_they_ask_for() => RuleTesting.HoldsForOursAsync(ModulesRule.Faults);

    [Theory]
    [InlineData("letter: 'a'", "needs the parameter 'size'")]
    [InlineData("size: 2, more: 1", "has no parameter 'more'")]
    [InlineData("size: 1", "'size' of modules/b.bicep: 1 breaks @minValue(2).")]
    [InlineData("size: '2'", "'2' is no int.")]
    [InlineData("size: 2, letter: 'c'", "'c' breaks @allowed")]
    [InlineData("size: 2, letter: true ? 'a' : 'c'", "'c' breaks @allowed")]
    [InlineData("size: 2, one: 'medium'", "'medium' is none of 'small', 'large'.")]
    [InlineData("size: 2, many: { Nmae: 'x' }", "there is no 'Nmae' here; there is Name, More, Inner.")]
    [InlineData("size: 2, many: { Name: 'four' }", "'four' breaks @maxLength(3).")]
    [InlineData("size: 2, many: { More: 4 }", "More: 4 is no string.")]
    [InlineData("size: 2, many: { Inner: { Count: true } }", "many' of modules/b.bicep: Inner: Count: true is no int.")]
    public Task What_a_module_does_not_take_is_named(string arguments, string expected) => RuleTesting.BitesAsync(ModulesRule.Faults, expected, Files(arguments, "id"));

    [Fact]
    public Task Output_that_a_module_has_not_is_named() => RuleTesting.BitesAsync(ModulesRule.Faults, "modules/b.bicep has no output 'name'.", Files("size: 2", "name"));

    [Fact]
    public Task Default_that_its_own_type_forbids_is_named() => RuleTesting.BitesAsync(
        ModulesRule.Faults, "the default of 'size': 5 breaks @maxValue(4).", ("main.bicep", "@maxValue(4)\nparam size int = 5\n"));

    [Fact]
    public Task What_a_module_takes_passes() => RuleTesting.PassesAsync(
        ModulesRule.Faults, Files("size: 2, letter: 'b', one: 'large', many: { Name: 'abc', Inner: { On: true, Count: length('x') } }", "id"));

    private static (string Path, string Text)[] Files(string arguments, string output) =>
    [
        ("main.bicep", $"module b 'modules/b.bicep' = {{\n  name: 'b'\n  params: {{ {arguments} }}\n}}\noutput x string = b.outputs.{output}\n"),
        ("modules/b.bicep", Module),
        ("modules/types.bicep", Types),
    ];
}
