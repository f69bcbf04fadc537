using System.Security.Cryptography;
using System.Text;
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
        && (KeyComparison.AreSame(offered, await FindAsync(SecretAge.Usual, cancellationToken))
            || KeyComparison.AreSame(offered, await FindAsync(SecretAge.AfterRefusal, cancellationToken)));

    /// <summary>By what a key is known without being told. It is random and long, so that a plain hash gives nothing away.</summary>
    internal static string FingerprintOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("sign-in:" + key)));

    /// <summary>Whether the key that stands now has a fingerprint.</summary>
    internal async Task<bool> HasFingerprintAsync(string fingerprint, CancellationToken cancellationToken) =>
        await FindAsync(SecretAge.Usual, cancellationToken) is { } key && KeyComparison.AreSame(fingerprint, FingerprintOf(key));

    /// <summary>The key, made now if there was none yet. For the host that shows it once, and for what it does in its operator's name.</summary>
    public async Task<(string Value, bool IsNew)> GetOrMakeAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(SecretAge.Now, cancellationToken) is { } known)
        {
            return (known, false);
        }

        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await secrets.SetAsync(Name, made, cancellationToken);
        return (made, true);
    }

    /// <summary>Without the line break that a file ends with whose content an operator put into the vault: no header could carry it.</summary>
    private async Task<string?> FindAsync(TimeSpan maxAge, CancellationToken cancellationToken) =>
        (await secrets.GetAsync(Name, maxAge, cancellationToken))?.Trim();
}
