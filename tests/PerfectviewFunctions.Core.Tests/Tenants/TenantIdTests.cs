using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Tenants;

public sealed class TenantIdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("demo-1")]
    [InlineData("0")]
    [InlineData("due")]
    [InlineData("a234567890b234567890c234567890d234567890")]
    public void Parse_small_letters_digits_and_hyphens_are_an_id(string text)
    {
        Assert.True(TenantId.TryParse(text, out var id));
        Assert.Equal((text, text), (id.Value, id.ToString()));
        Assert.Equal(id, TenantId.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Demo")]
    [InlineData("demo_1")]
    [InlineData("demo 1")]
    [InlineData("demo\n")]
    [InlineData("../demo")]
    [InlineData("demo:x")]
    [InlineData("demö")]
    [InlineData("d\u00E9mo")]
    [InlineData("١")]
    [InlineData("a234567890b234567890c234567890d2345678901")]
    public void Parse_anything_else_is_none(string? text)
    {
        Assert.False(TenantId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => TenantId.Parse(text ?? ""));
    }
}
