using System.Text;

namespace PerfectviewFunctions.Core.Secrets;

/// <summary>The limits of Key Vault, kept by every secret store.</summary>
public static class SecretLimits
{
    /// <summary>Bytes of a value in UTF-8.</summary>
    public const int ValueBytes = 25_000;

    /// <summary>Throws, without the value, when it is empty or too long.</summary>
    public static void CheckValue(string value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        if (bytes is 0 or > ValueBytes)
        {
            throw new ArgumentException($"A secret has 1 to {ValueBytes} bytes, this one {bytes}.", nameof(value));
        }
    }
}
