using System.Security.Cryptography;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>The operator's key for the API, sent in <c>X-Admin-Key</c>.</summary>
public sealed class AdminKey(ISecretStore secrets)
{
    public const string Header = "X-Admin-Key";

    public static readonly SecretName Name = SecretName.ForDeployment("admin-key");

    /// <summary>Whether a request carries the key. After a refusal once more with the key as it stands now, which the operator may just have replaced.</summary>
    public async Task<bool> IsRightAsync(string? offered, CancellationToken cancellationToken) =>
        !string.IsNullOrEmpty(offered)
        && (KeyComparison.AreSame(offered, await secrets.GetAsync(Name, SecretAge.Usual, cancellationToken))
            || KeyComparison.AreSame(offered, await secrets.GetAsync(Name, SecretAge.AfterRefusal, cancellationToken)));

    /// <summary>The key, made now if there was none yet. For the host that shows it once, and for what it does in its operator's name.</summary>
    public async Task<(string Value, bool IsNew)> GetOrMakeAsync(CancellationToken cancellationToken)
    {
        if (await secrets.GetAsync(Name, SecretAge.Now, cancellationToken) is { } known)
        {
            return (known, false);
        }

        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await secrets.SetAsync(Name, made, cancellationToken);
        return (made, true);
    }
}
