using PerfectviewFunctions.Infra.Tests.Reading;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Evaluation;

public sealed class EvaluatorTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("'a${1}b${'c'}'", "a1bc")]
    [InlineData("true ? 'x' : 'y'", "x")]
    [InlineData("join(map(['a', 'b'], x => '${x}!'), ',')", "a!,b!")]
    [InlineData("join(map([{ n: 'a' }, { n: 'b' }], x => x.n), ',')", "a,b")]
    [InlineData("length(filter([1, 2, 3], x => x > 1 && x != 3))", "1")]
    [InlineData("string(toObject(items({ b: 1, a: 2 }), x => 'p__${x.key}', x => x.value + 1))", "{\"p__a\":3,\"p__b\":2}")]
    [InlineData("reduce([1, 2], 0, (sum, x) => sum + x)", "3")]
    [InlineData("string(union({ a: { b: 1 } }, { a: { c: 2 } }))", "{\"a\":{\"b\":1,\"c\":2}}")]
    [InlineData("join([\n  toLower('A')\n  toObject(['b'], x => x).b\n], ',')", "a,b")]
    [InlineData("{ a: null }.a ?? 'none'", "none")]
    [InlineData("{ a: {} }.?b.c ?? 'none'", "none")]
    [InlineData("string([for (x, i) in ['a', 'b']: '${x}${i}'])", "[\"a0\",\"b1\"]")]
    [InlineData("toLower('A') == 'a' && !empty([1])", "True")]
    [InlineData("'it\\'s \\${here}'", "it's ${here}")]
    public async Task Expression_gives_what_Bicep_gives(string expression, string expected) =>
        Assert.Equal(expected, Values.Text(await EvaluateAsync($"output it string = {expression}\n")));

    [Fact]
    public async Task Output_that_goes_through_modules_functions_and_imports_is_worked_out()
    {
        var project = await BicepProject.OfAsync(
            ("main.bicep", """
                import { prefixed as named } from 'types.bicep'
                param names string[] = ['x', 'y']
                module made 'modules/made.bicep' = [for name in names: {
                  name: name
                  params: { name: named(name) }
                }]
                output it string = '${made[1].outputs.uri} ${made[0].outputs.id}'
                """),
            ("types.bicep", "var start = 'kv-'\n@export()\nfunc prefixed(name string) string => '${start}${name}'\n"),
            ("modules/made.bicep", """
                param name string
                resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
                  name: name
                  properties: { tenantId: tenant().tenantId }
                }
                output uri string = vault.properties.vaultUri
                output id string = vault.id
                """));

        Assert.Equal(
            $"https://kv-y.vault.azure.net/ /subscriptions/{PlausibleAzure.Subscription}/resourceGroups/rg-customer/providers/Microsoft.KeyVault/vaults/kv-x",
            new Scope(project, project["main.bicep"]!, Values.Object())["it"]);
        Assert.Equal(["kv-x", "kv-y"], new Scope(project, project["main.bicep"]!, Values.Object()).Resources().Select(one => one.Name));
    }

    [Fact]
    public async Task What_can_not_be_worked_out_is_named_with_its_place() =>
        Assert.Contains("main.bicep:1: ", (await Assert.ThrowsAsync<EvaluationException>(() => EvaluateAsync("output it string = {}.a\n"))).Message, StringComparison.Ordinal);

    private static async Task<object?> EvaluateAsync(string text)
    {
        var project = await BicepProject.OfAsync(("main.bicep", text));
        return new Scope(project, project["main.bicep"]!, Values.Object())["it"];
    }
}
