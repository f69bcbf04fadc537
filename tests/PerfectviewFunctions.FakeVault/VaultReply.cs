using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Testing.Vaults;

/// <summary>An answer; without a body it is a page of something that is no vault.</summary>
internal sealed record VaultReply(int Status, JsonObject? Body)
{
    public static VaultReply Error(int status, string code, string inner, string message)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (inner.Length > 0)
        {
            error["innererror"] = new JsonObject { ["code"] = inner };
        }

        return new VaultReply(status, new JsonObject { ["error"] = error });
    }

    public static VaultReply Missing(string name) =>
        Error(404, "SecretNotFound", "", $"A secret with (name/id) {name} was not found in this key vault.");

    public static VaultReply Busy(VaultStage stage, string name) => stage switch
    {
        VaultStage.BeingDeleted => Error(409, "Conflict", "ObjectIsBeingDeleted", "Secret is currently being deleted."),
        VaultStage.BeingRecovered => Error(409, "Conflict", "ObjectIsBeingRecovered", "Secret is currently being recovered."),
        _ => Error(
            409,
            "Conflict",
            "ObjectIsDeletedButRecoverable",
            $"Secret {name} is currently in a deleted but recoverable state, and its name cannot be reused; "
            + "in this state, the secret can only be recovered or purged."),
    };
}
