using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Web.KeyRing;

/// <summary>Encrypts the secret part of each key before it goes to the store.</summary>
internal sealed class KeyRingEncryptor(KeyRingKey key) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(KeyRingCipher.Encrypt(plaintextElement, key.Get()), typeof(KeyRingDecryptor));
}

/// <summary>The other way. Its full name stands in the store beside every key: renaming or moving it makes them unreadable.</summary>
internal sealed class KeyRingDecryptor : IXmlDecryptor
{
    private readonly KeyRingKey key;

    /// <summary>Data Protection makes it, by this constructor only.</summary>
    public KeyRingDecryptor(IServiceProvider services) => key = services.GetRequiredService<KeyRingKey>();

    public XElement Decrypt(XElement encryptedElement) => KeyRingCipher.Decrypt(encryptedElement, key.Get());
}
