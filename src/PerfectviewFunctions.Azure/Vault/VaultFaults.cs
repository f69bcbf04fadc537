using System.Net.Sockets;
using System.Text.Json;
using Azure;
using Azure.Identity;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Azure.Vault;

/// <summary>What goes wrong with a vault, in words: what it is, and what to do. Never a value, and never the text of an answer.</summary>
internal static class VaultFaults
{
    public const string Setting = "PERFECTVIEWFUNCTIONS_Secrets__Vault";

    public static SecretsUnavailableException Refused(Uri vault, SecretName name, RequestFailedException refusal)
    {
        var answer = VaultAnswer.Of(refusal);
        return new SecretsUnavailableException($"{Words(vault, name, answer)} ({answer})") { IsPassing = IsPassing(answer) };
    }

    public static SecretsUnavailableException TooSlow(Uri vault, SecretName name, TimeSpan limit) =>
        new($"The key vault {vault.Host} was asked for '{name}' and did not answer within {limit.TotalSeconds:0} seconds. Try again later.") { IsPassing = true };

    public static SecretsUnavailableException Unsettled(Uri vault, SecretName name, VaultAnswer answer) =>
        new($"The secret '{name}' of the key vault {vault.Host} is still being deleted or recovered. Try again in a few minutes. ({answer})");

    /// <summary>Any other failure of the call; null when it is a mistake in our code.</summary>
    public static SecretsUnavailableException? Failed(Uri vault, SecretName name, Exception failure) => failure switch
    {
        AuthenticationFailedException => new SecretsUnavailableException(
            $"No token for the key vault {vault.Host}: this host could not sign in to read '{name}'. In Azure, assign the managed identity to the app and "
            + "set PERFECTVIEWFUNCTIONS_Identity__ClientId to its client id; on a developer's machine, sign in with 'az login'.",
            failure) { IsPassing = Causes(failure).Any(IsOfTheNetwork) },
        InvalidOperationException and not ObjectDisposedException or JsonException or FormatException => new SecretsUnavailableException(
            $"What answers at {vault.Host} is not a key vault of the cloud this host signs in to. Check {Setting}."),
        _ => Unreachable(vault, failure),
    };

    private static bool IsPassing(VaultAnswer answer) => answer.Status is 408 or 429 or >= 500;

    private static string Words(Uri vault, SecretName name, VaultAnswer answer) => (answer.Status, answer.Inner) switch
    {
        (403, "SecretDisabled") =>
            $"The secret '{name}' in the key vault {vault.Host} is disabled. Enable its newest version there, or enter the value again.",
        (403, "ForbiddenByRbac") =>
            $"The identity of this host may not use '{name}' in the key vault {vault.Host}. Give it the role 'Key Vault Secrets Officer' on the vault; "
            + "a new role takes some minutes.",
        (403, "ForbiddenByFirewall") =>
            $"The firewall of the key vault {vault.Host} keeps this host out. Let its network or address in.",
        (403, "ForbiddenByConnection") =>
            $"The key vault {vault.Host} takes no calls from the public network. Give this host a way through a private endpoint, or let its network in.",
        (403, "ForbiddenByPolicy" or "AccessDenied") =>
            $"A policy of the key vault {vault.Host} forbids this host to use '{name}'. Let the policy allow it, or have the vault use roles "
            + "and give the identity the role 'Key Vault Secrets Officer'.",
        (403, _) =>
            $"The key vault {vault.Host} forbids this host to use '{name}'. See that its identity has the role 'Key Vault Secrets Officer' on the vault.",
        (401, _) =>
            $"The key vault {vault.Host} does not accept the identity of this host. See that vault and identity belong to the same Entra tenant.",
        (409, _) => $"The secret '{name}' of the key vault {vault.Host} is being deleted, recovered or changed. Try again in a minute.",
        (429, _) => $"The key vault {vault.Host} gets more calls than it takes. Try again later; if this stays, look for what else uses the vault.",
        ( >= 500, _) => $"The key vault {vault.Host} has trouble of its own. Try again later.",
        (404, _) => $"What answers at {vault.Host} does not know secrets. Check {Setting}.",
        _ => $"The key vault {vault.Host} refused a call for '{name}'.",
    };

    private static SecretsUnavailableException? Unreachable(Uri vault, Exception failure)
    {
        var causes = Causes(failure).ToList();
        if (!causes.Any(IsOfTheNetwork))
        {
            return null;
        }

        var words = causes.OfType<HttpRequestException>().Select(cause => cause.HttpRequestError).FirstOrDefault(error => error != HttpRequestError.Unknown) switch
        {
            HttpRequestError.NameResolutionError =>
                $"The name of the key vault {vault.Host} is not known. Check {Setting}, and the private DNS zone if the vault has one.",
            HttpRequestError.SecureConnectionError =>
                $"The certificate of the key vault {vault.Host} is not trusted here. Check {Setting}, and what stands between.",
            _ => $"The key vault {vault.Host} can't be reached. Check the network between this host and the vault.",
        };
        return new SecretsUnavailableException(words, failure) { IsPassing = true };
    }

    private static bool IsOfTheNetwork(Exception cause) =>
        cause is HttpRequestException or IOException or SocketException or OperationCanceledException or RequestFailedException { Status: 0 or 429 or >= 500 };

    private static IEnumerable<Exception> Causes(Exception failure) => failure switch
    {
        AggregateException several => several.InnerExceptions.SelectMany(Causes).Prepend(failure),
        { InnerException: { } inner } => Causes(inner).Prepend(failure),
        _ => [failure],
    };
}
