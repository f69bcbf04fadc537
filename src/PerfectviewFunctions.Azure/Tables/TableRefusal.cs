using System.Globalization;
using Azure.Data.Tables.Models;

namespace PerfectviewFunctions.Azure.Tables;

/// <summary>Refusals that last until a person changes something in Azure or in the settings, each with what to change.</summary>
internal static class TableRefusal
{
    /// <returns>The words, or null when the answer is no such refusal.</returns>
    public static string? Of(int status, string? code) => (status, code) switch
    {
        (403, "AuthorizationPermissionMismatch" or "InsufficientAccountPermissions") =>
            "refuses this app for want of a role: give its identity the role \"Storage Table Data Contributor\" on the storage account"
            + " (a new role takes some minutes to hold)",
        (403, "AuthorizationFailure") =>
            "refuses calls from this place: let this app in by the network rules of the storage account, or give its identity the role \"Storage Table Data Contributor\"",
        (403, "KeyBasedAuthenticationNotPermitted") =>
            "takes no account key: set Storage:Tables to its address instead of Storage:ConnectionString, and use an identity",
        (403, "AccountIsDisabled") => "is disabled: see the storage account in the portal",
        (401, _) or (403, "AuthenticationFailed") =>
            "does not accept the key or token it got: check Storage:ConnectionString or the tenant of the identity, and the clock of this machine",
        (403, _) => string.Create(CultureInfo.InvariantCulture, $"refuses access (403 {code}): check the roles and network rules of the storage account"),
        (409, _) when code == TableErrorCode.TableBeingDeleted => "is still removing its deleted table; it can be made again in about a minute",
        _ => null,
    };
}
