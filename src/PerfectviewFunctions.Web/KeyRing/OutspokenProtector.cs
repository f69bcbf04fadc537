using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PerfectviewFunctions.Web.KeyRing;

/// <summary>
/// Tells an outage of vault or store as what it is. Data Protection itself makes every failure a <see cref="CryptographicException"/>, which reads as if
/// somebody had sent a forged token.
/// </summary>
/// <remarks>Its extension methods for strings do the same once more; there the outage stands inside the exception.</remarks>
internal sealed class OutspokenProtector(IDataProtector protector) : IDataProtector
{
    public IDataProtector CreateProtector(string purpose) => new OutspokenProtector(protector.CreateProtector(purpose));

    public byte[] Protect(byte[] plaintext) => Run(protector.Protect, plaintext);

    public byte[] Unprotect(byte[] protectedData) => Run(protector.Unprotect, protectedData);

    private static byte[] Run(Func<byte[], byte[]> work, byte[] data)
    {
        try
        {
            return work(data);
        }
        catch (CryptographicException exception) when (Outage.In(exception) is { } outage)
        {
            ExceptionDispatchInfo.Throw(outage);
            throw;
        }
    }
}
