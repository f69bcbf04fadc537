using System.Security.Cryptography;
using System.Text;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>The operator's key for the API, sent in <c>X-Admin-Key</c>.</summary>
public sealed class AdminKey(ISecretStore secrets)
{
    public const string Header = "X-Admin-Key";

    private static readonly SecretName Name = SecretName.ForDeployment("admin-key");

    /// <summary>Whether a request carries the key; compared in constant time, over hashes so that the length tells nothing either.</summary>
    public async Task<bool> IsRightAsync(string? offered, CancellationToken cancellationToken)
    {
        var key = await secrets.GetAsync(Name, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(Hash(offered ?? ""), Hash(key ?? "")) && !string.IsNullOrEmpty(key);
    }

    /// <summary>The key, made now if there was none yet. For the host that shows it once, and for what it does in its operator's name.</summary>
    public async Task<(string Value, bool IsNew)> GetOrMakeAsync(CancellationToken cancellationToken)
    {
        if (await secrets.GetAsync(Name, cancellationToken) is { } known)
        {
            return (known, false);
        }

        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await secrets.SetAsync(Name, made, cancellationToken);
        return (made, true);
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
