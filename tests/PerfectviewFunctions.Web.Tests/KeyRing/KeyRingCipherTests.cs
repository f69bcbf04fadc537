using System.Security.Cryptography;
using System.Xml.Linq;
using PerfectviewFunctions.Web.KeyRing;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.KeyRing;

public sealed class KeyRingCipherTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly XElement Plain = new("descriptor", new XElement("value", "€ key material"));

    [Fact]
    public void Decrypt_gives_back_what_was_encrypted() =>
        Assert.True(XNode.DeepEquals(Plain, KeyRingCipher.Decrypt(KeyRingCipher.Encrypt(Plain, Key), Key)));

    [Fact]
    public void Encrypt_twice_gives_different_nonces() =>
        Assert.NotEqual(KeyRingCipher.Encrypt(Plain, Key).Attribute("nonce")!.Value, KeyRingCipher.Encrypt(Plain, Key).Attribute("nonce")!.Value);

    [Fact]
    public void Decrypt_under_another_key_is_refused() =>
        Assert.ThrowsAny<CryptographicException>(() => KeyRingCipher.Decrypt(KeyRingCipher.Encrypt(Plain, Key), RandomNumberGenerator.GetBytes(32)));

    [Theory]
    [InlineData("nonce", "")]
    [InlineData("nonce", "AAAA")]
    [InlineData("nonce", "AAAAAAAAAAAAAAAA")]
    [InlineData("nonce", null)]
    [InlineData("tag", "AAAA")]
    [InlineData("tag", "AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("tag", "no base 64")]
    [InlineData("tag", null)]
    [InlineData("v", "2")]
    [InlineData("v", null)]
    public void Decrypt_with_a_changed_attribute_is_refused(string attribute, string? value)
    {
        var element = KeyRingCipher.Encrypt(Plain, Key);
        element.SetAttributeValue(attribute, value);

        Assert.ThrowsAny<CryptographicException>(() => KeyRingCipher.Decrypt(element, Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("no base 64")]
    public void Decrypt_of_changed_content_is_refused(string content)
    {
        var element = KeyRingCipher.Encrypt(Plain, Key);
        element.Value = content;

        Assert.ThrowsAny<CryptographicException>(() => KeyRingCipher.Decrypt(element, Key));
    }

    [Fact]
    public void Decrypt_of_a_plain_element_is_refused() =>
        Assert.ThrowsAny<CryptographicException>(() => KeyRingCipher.Decrypt(Plain, Key));
}
