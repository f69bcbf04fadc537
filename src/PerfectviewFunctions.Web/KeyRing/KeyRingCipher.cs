using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace PerfectviewFunctions.Web.KeyRing;

/// <summary>An element under AES-256-GCM: <c>&lt;sealed v="1" nonce="…" tag="…"&gt;…&lt;/sealed&gt;</c>, all in base64.</summary>
internal static class KeyRingCipher
{
    private const string Version = "1";

    /// <summary>Ties what was encrypted to this use and form.</summary>
    private static readonly byte[] Purpose = "PerfectviewFunctions.KeyRing.1"u8.ToArray();

    public static XElement Encrypt(XElement plain, byte[] key)
    {
        var text = Encoding.UTF8.GetBytes(plain.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var cipher = new byte[text.Length];
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, text, cipher, tag, Purpose);
        CryptographicOperations.ZeroMemory(text);
        return new XElement(
            "sealed",
            new XAttribute("v", Version),
            new XAttribute("nonce", Convert.ToBase64String(nonce)),
            new XAttribute("tag", Convert.ToBase64String(tag)),
            Convert.ToBase64String(cipher));
    }

    /// <exception cref="CryptographicException">The element was changed, was made under another key, or is none of ours.</exception>
    public static XElement Decrypt(XElement closed, byte[] key)
    {
        try
        {
            if (closed.Name != "sealed" || closed.Attribute("v")?.Value != Version)
            {
                throw new CryptographicException("This is no element of the key ring in a form that is known here.");
            }

            var cipher = Convert.FromBase64String(closed.Value);
            var tag = Convert.FromBase64String(closed.Attribute("tag")?.Value ?? "");
            var text = new byte[cipher.Length];
            using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
            aes.Decrypt(Convert.FromBase64String(closed.Attribute("nonce")?.Value ?? ""), cipher, tag, text, Purpose);
            var plain = XElement.Parse(Encoding.UTF8.GetString(text));
            CryptographicOperations.ZeroMemory(text);
            return plain;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new CryptographicException("This element of the key ring is damaged.", exception);
        }
    }
}
