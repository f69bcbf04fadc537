using System.Security.Cryptography;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>The operator's key for the API, sent in <c>X-Admin-Key</c>.</summary>
public sealed class AdminKey(ISecretStore secrets)
{
    public const string Header = "X-Admin-Key";

    private static readonly SecretName Name = SecretName.ForDeployment("admin-key");

    /// <summary>Whether a request carries the key.</summary>
    public async Task<bool> IsRightAsync(string? offered, CancellationToken cancellationToken) =>
        KeyComparison.AreSame(offered, await secrets.GetAsync(Name, cancellationToken));

    /// <summary>Makes the key if there is none yet.</summary>
    /// <returns>The new key, to be shown once; null when there was one.</returns>
    public async Task<string?> MakeIfMissingAsync(CancellationToken cancellationToken)
    {
        if (await secrets.GetAsync(Name, cancellationToken) is not null)
        {
            return null;
        }

        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await secrets.SetAsync(Name, key, cancellationToken);
        return key;
    }
}
