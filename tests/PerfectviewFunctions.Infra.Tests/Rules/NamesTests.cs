using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Rules;

public sealed class NamesTests
{
    [Fact]
    public Task Ours_are_declared_and_used() => RuleTesting.HoldsForOursAsync(NamesRule.Faults);

    [Theory]
    [InlineData("output a string = missing", "main.bicep:1: 'missing' is not declared here")]
    [InlineData("output a string = '${missing}'", "'missing' is not declared here")]
    [InlineData("output a string = uniqueText('a')", "'uniqueText' is not declared here")]
    [InlineData("output a missing = 'a'", "'missing' is not declared here")]
    [InlineData("@secured()\nparam a string\noutput b string = a", "'secured' is not declared here")]
    [InlineData("output a array = [for x in [1]: y]", "'y' is not declared here")]
    [InlineData("output a array = map([1], x => x.b == y.b)", "'y' is not declared here")]
    [InlineData("param a string\n", "'a' is used nowhere")]
    [InlineData("var a = { b: 1 }\noutput b object = { a: 1 }", "'a' is used nowhere")]
    [InlineData("type a = string\n", "'a' is used nowhere")]
    [InlineData("resource a 'A/b@2020-01-01' existing = {\n  name: 'a'\n}\n", "'a' is used nowhere")]
    [InlineData("var a = 1\nparam a int\noutput b int = a", "'a' is declared twice")]
    public Task Name_that_is_not_declared_or_not_used_is_named(string text, string expected) =>
        RuleTesting.BitesAsync(NamesRule.Faults, expected, ("main.bicep", text + "\n"));

    [Fact]
    public Task Import_of_what_is_not_exported_is_named() => RuleTesting.BitesAsync(
        NamesRule.Faults,
        "t.bicep exports no 'a'.",
        ("main.bicep", "import { a } from 't.bicep'\noutput b a = 'x'\n"),
        ("t.bicep", "type a = string\noutput c a = 'x'\n"));

    [Fact]
    public Task Names_of_loops_lambdas_functions_and_members_pass() => RuleTesting.PassesAsync(
        NamesRule.Faults,
        ("main.bicep", """
            import { kind } from 't.bicep'
            import * as t from 't.bicep'
            @description('of it')
            param one kind
            param two t.kind
            func join2(a string, b string) string => '${a}${b}'
            resource store 'A/b@2020-01-01' = {
              name: one
              resource inner 'c' = { name: 'x' }
            }
            output a array = [for (x, i) in items({ k: one }): { key: x.key, at: i, all: map([1], y => y.v == x.value && y.w > i) }]
            output b string = join2(az.resourceGroup().id, two)
            output c string = store::inner.id
            output d int = reduce([1], 0, (sum, x) => sum + x)
            """),
        ("t.bicep", "@export()\ntype kind = 'a' | 'b'\n"));
}
