using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Tenants;

public sealed class AddTenantTests
{
    [Fact]
    public async Task Operator_adds_a_tenant_and_sees_it_in_the_list()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.FollowAsync("Koppeling toevoegen");
        await visitor.SubmitAsync("Toevoegen", ("id", "bakker"), ("name", "<script>alert(1)</script>"));
        await visitor.OpenAsync("/koppeling");

        Assert.Contains("<script>alert(1)</script> bakker – Niet gekoppeld", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main script"));
    }

    [Theory]
    [InlineData("Bakker", "kleine letters")]
    [InlineData("demo", "demo")]
    public async Task Id_that_can_not_be_is_told_at_its_field_and_what_was_typed_stays(string id, string told)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync("/koppeling/_/nieuw");

        await visitor.SubmitAsync("Toevoegen", ("id", id), ("name", "De Bakker"));

        Assert.Contains(told, visitor.Page.QuerySelector("#f-id-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("De Bakker", visitor.Page.QuerySelector("#f-name")!.GetAttribute("value"));
        Assert.Contains(visitor.Status, new[] { 409, 422 });
    }
}
