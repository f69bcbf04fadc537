using System.Security.Cryptography;
using System.Text;

namespace PerfectviewFunctions.EBoekhouden.Sessions;

/// <summary>Keys for what is held per credential set, in this process only: they hold no secret and nothing from which one could be guessed.</summary>
internal sealed class CredentialKeys
{
    private readonly byte[] hashKey = RandomNumberGenerator.GetBytes(32);

    public string Of(string parts) => Convert.ToHexString(HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes(parts)));
}
