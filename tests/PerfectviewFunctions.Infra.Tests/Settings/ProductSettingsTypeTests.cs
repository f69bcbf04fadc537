using PerfectviewFunctions.Infra.Tests.Reading;
using PerfectviewFunctions.Infra.Tests.Rules;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Settings;

/// <summary>The type of what a customer's file may say of the product, held against the records that the code reads.</summary>
public sealed class ProductSettingsTypeTests
{
    private const string File = "settings.bicep";
    private const string Name = "productSettings";

    [Fact]
    public async Task Members_of_ours_are_the_settings_of_the_product() =>
        Assert.Equal(Expected(), Members(await BicepProject.OfRepositoryAsync()).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Ours_is_exported_and_refuses_what_it_does_not_know()
    {
        var type = (await BicepProject.OfRepositoryAsync())[File]!.Types.Single(one => one.Name == Name);

        Assert.True(type.Has("export") && type.Has("sealed"), "productSettings has to be exported and sealed.");
    }

    [Fact]
    public async Task Member_that_is_missing_extra_or_of_another_kind_is_found()
    {
        var project = await BicepProject.OfAsync((File, "type productSettings = {\n  Books: string?\n  Engine: inner?\n  Colour: int?\n}\ntype inner = {\n  CallTimeout: bool?\n}\n"));

        var members = Members(project).ToList();

        Assert.Equal(["Books: string", "Engine:CallTimeout: bool", "Colour: int"], members);
        Assert.Contains("Engine:CallTimeout: string", Expected());
        Assert.DoesNotContain("Colour: int", Expected());
    }

    [Fact]
    public async Task Member_that_must_be_given_is_found()
    {
        var project = await BicepProject.OfAsync((File, "type productSettings = {\n  Books: string\n}\n"));

        Assert.Equal("Books: string (required)", Assert.Single(Members(project)));
    }

    private static IEnumerable<string> Expected() =>
        ProductNames.OfCustomers.Select(setting => $"{setting.Path}: {setting.Kind}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Members(BicepProject project)
    {
        var file = project[File]!;
        return Members(new DeclaredType(project, file), file.Types.Single(one => one.Name == Name).Value, "");
    }

    private static IEnumerable<string> Members(DeclaredType types, SyntaxNode type, string section) =>
        from one in types.Members(type)!
        let path = section + one.Member.Name
        let required = one.Member.Value.Kind == "nullable_type" ? "" : " (required)"
        from member in one.In.Members(one.Member.Value) is null
            ? [$"{path}: {one.In.KindOf(one.Member.Value)}{required}"]
            : Members(one.In, one.Member.Value, path + ":").Concat(required == "" ? [] : [path + required])
        select member;
}
