using System.Security.Cryptography;
using System.Text;

namespace PerfectviewFunctions.Web.Gate;

internal static class KeyComparison
{
    /// <summary>Compares in constant time, over hashes so that the length tells nothing either. A key that does not exist is the same as nothing.</summary>
    public static bool AreSame(string? offered, string? key) =>
        CryptographicOperations.FixedTimeEquals(Hash(offered ?? ""), Hash(key ?? "")) && !string.IsNullOrEmpty(key);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
