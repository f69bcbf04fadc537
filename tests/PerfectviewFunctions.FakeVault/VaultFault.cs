namespace PerfectviewFunctions.Testing.Vaults;

/// <summary>What the vault answers instead of what it should.</summary>
/// <param name="Code">Empty: the answer is no vault's.</param>
/// <param name="Inner">The inner code; empty for none.</param>
/// <param name="Message">With <c>{body}</c> in it, what was sent is repeated there, as a gateway in between may do.</param>
public sealed record VaultFault(int Status, string Code, string Inner = "", string Message = "As the test has it.")
{
    /// <summary>Seconds.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Which calls it is for; all when null.</summary>
    public Func<VaultCall, bool>? Where { get; init; }

    /// <summary>How many calls it is for.</summary>
    public int Times { get; init; } = int.MaxValue;

    public static VaultFault Disabled { get; } = new(403, "Forbidden", "SecretDisabled", "Operation get is not allowed on a disabled secret.");

    public static VaultFault NoRole { get; } = new(403, "Forbidden", "ForbiddenByRbac", "Caller is not authorized to perform action on resource.");

    public static VaultFault Firewall { get; } = new(403, "Forbidden", "ForbiddenByFirewall", "Client address is not authorized and caller is not a trusted service.");

    public static VaultFault Throttled { get; } = new(429, "Throttled", Message: "Request was not processed because too many requests were received.");

    public static VaultFault Broken { get; } = new(503, "ServiceUnavailable");
}
