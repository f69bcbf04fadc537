using System.Security.Cryptography;
using System.Text;
using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>
/// Makes keys from credentials: an HMAC under the <see cref="DeploymentKey"/>, since leases, claims and frozen bookings are filed under
/// what it gives and nobody should read a security code from them.
/// </summary>
public sealed class AdministrationKeys(DeploymentKey deploymentKey)
{
    /// <summary>
    /// The key of the administration that these credentials open: the one they were seen to open when they were saved, or else that of security code 2 in
    /// canonical GUID form.
    /// </summary>
    /// <returns>Null when neither is there.</returns>
    public async Task<AdministrationKey?> OfAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) => credentials switch
    {
        { Administration: { } proven } => new AdministrationKey(proven),
        BookkeepingCredentials.Soap soap when Guid.TryParse(soap.SecurityCode2.Trim(), out var guid) =>
            new AdministrationKey(await HmacAsync("administration\n" + guid.ToString("D"), cancellationToken)),
        _ => null,
    };

    /// <summary>A key that no administration has, for one that is known by a token alone.</summary>
    public async Task<AdministrationKey> NewAsync(CancellationToken cancellationToken) =>
        new(await HmacAsync("made\n" + Guid.NewGuid().ToString("D"), cancellationToken));

    /// <summary>Tells one set of credentials from another without telling what they are.</summary>
    public Task<string> FingerprintAsync(BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        credentials switch
        {
            BookkeepingCredentials.Soap soap => HmacAsync(
                $"soap\n{soap.UserName}\n{soap.SecurityCode1}\n{soap.SecurityCode2}", cancellationToken),
            BookkeepingCredentials.Rest rest => HmacAsync($"rest\n{rest.Token}", cancellationToken),
            _ => throw new ArgumentException("An unknown kind of credentials.", nameof(credentials)),
        };

    private async Task<string> HmacAsync(string text, CancellationToken cancellationToken)
    {
        var hash = HMACSHA256.HashData(await deploymentKey.GetAsync(cancellationToken), Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
