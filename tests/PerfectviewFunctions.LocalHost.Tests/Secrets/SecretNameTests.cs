using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.LocalHost.Tests.Secrets;

public sealed class SecretNameTests
{
    [Fact]
    public void Name_of_good_parts_has_the_documented_form()
    {
        Assert.Equal("tenant-acme-2--webhook-current", SecretName.ForTenant(TenantId.Parse("acme-2"), "webhook-current").Value);
        Assert.Equal("deployment--admin-key", SecretName.ForDeployment("admin-key").ToString());
        Assert.Equal(SecretName.ForTenant(TenantId.Parse("a"), "b"), SecretName.ForTenant(TenantId.Parse("a"), "b"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Acme")]
    [InlineData("a_b")]
    [InlineData("a.b")]
    [InlineData("é")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    public void Name_of_a_part_that_could_be_mistaken_for_another_throws(string part)
    {
        Assert.Throws<ArgumentException>(() => SecretName.ForTenant(TenantId.Parse("tenant"), part));
        Assert.Throws<ArgumentException>(() => SecretName.ForDeployment(part));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a-", "b")]
    [InlineData("a--b", "c")]
    [InlineData("-", "a")]
    public void Name_of_any_tenant_tells_where_the_kind_begins(string tenant, string kind)
    {
        var name = SecretName.ForTenant(TenantId.Parse(tenant), kind).Value;

        var end = name.LastIndexOf("--", StringComparison.Ordinal);
        Assert.Equal((tenant, kind), (name["tenant-".Length..end], name[(end + 2)..]));
    }

    [Fact]
    public void Name_of_127_characters_is_the_longest()
    {
        var kind = new string('k', 127 - "tenant-a--".Length);

        Assert.Equal(127, SecretName.ForTenant(TenantId.Parse("a"), kind).Value.Length);
        Assert.Throws<ArgumentException>(() => SecretName.ForTenant(TenantId.Parse("a"), kind + "k"));
    }

    [Fact]
    public void Name_never_set_has_no_value() => Assert.Throws<InvalidOperationException>(() => default(SecretName).Value);
}
