using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Rules;

public sealed class PathsTests
{
    [Fact]
    public Task Ours_lead_somewhere() => RuleTesting.HoldsForOursAsync(PathsRule.Faults);

    [Fact]
    public Task Module_that_is_not_there_is_named() => RuleTesting.BitesAsync(
        PathsRule.Faults, "main.bicep:2: there is no file 'modules/b.bicep'.", ("main.bicep", "var x = 1\nmodule b 'modules/b.bicep' = {\n  name: 'b'\n}\n"));

    [Fact]
    public Task Import_that_is_not_there_is_named() => RuleTesting.BitesAsync(
        PathsRule.Faults, "there is no file 't.bicep'.", ("main.bicep", "import { a } from 't.bicep'\n"));

    [Fact]
    public Task File_that_nothing_uses_is_named() => RuleTesting.BitesAsync(
        PathsRule.Faults, "modules/b.bicep:1: no deployed file uses it", ("main.bicep", "var x = 1\n"), ("modules/b.bicep", "var x = 1\n"));

    [Fact]
    public Task Query_that_nothing_loads_is_named() => RuleTesting.BitesAsync(
        PathsRule.Faults,
        "queries/b.kql:1: no template loads it",
        ("main.bicep", "var x = loadTextContent('queries/a.kql')\n"),
        ("queries/a.kql", "AppMetrics\n"),
        ("queries/b.kql", "AppMetrics\n"));

    [Fact]
    public Task Parameters_file_for_another_template_is_named() => RuleTesting.BitesAsync(
        PathsRule.Faults,
        "customers/a.bicepparam:1: it has to say 'using'",
        ("main.bicep", "module b 'modules/b.bicep' = {\n  name: 'b'\n}\n"),
        ("modules/b.bicep", "var x = 1\n"),
        ("customers/a.bicepparam", "using '../modules/b.bicep'\n"));

    [Fact]
    public Task File_that_is_used_by_a_used_one_passes() => RuleTesting.PassesAsync(
        PathsRule.Faults,
        ("main.bicep", "module b 'modules/b.bicep' = {\n  name: 'b'\n}\n"),
        ("modules/b.bicep", "import { t } from '../types.bicep'\nparam x t\n"),
        ("types.bicep", "@export()\ntype t = string\n"),
        ("customers/a.bicepparam", "using '../main.bicep'\n"));
}
