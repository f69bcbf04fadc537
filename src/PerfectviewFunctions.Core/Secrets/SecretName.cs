using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Secrets;

/// <summary>
/// The name of a secret, as Key Vault takes it: letters, digits and '-', 1 to 127 characters. Key Vault does not tell capitals
/// from small letters, so a name has none: two tenants can never share a secret by the case of their names.
/// </summary>
public readonly record struct SecretName
{
    private const int MaxLength = 127;

    private readonly string? value;

    private SecretName(string value) =>
        this.value = value.Length <= MaxLength
            ? value
            : throw new ArgumentException($"The name of a secret has at most {MaxLength} characters, '{value}' has {value.Length}.", nameof(value));

    /// <summary>The name in full.</summary>
    public string Value => value ?? throw new InvalidOperationException("This name was never set.");

    /// <summary>A secret of one tenant. The kind begins after the last "--", so a tenant id may hold any '-' of its own.</summary>
    public static SecretName ForTenant(TenantId tenant, string kind) => new($"tenant-{tenant.Value}--{Part(kind)}");

    /// <summary>A secret of the deployment as a whole.</summary>
    /// <exception cref="ArgumentException">The kind is not small letters, digits and single '-' between them, or the name is too long.</exception>
    public static SecretName ForDeployment(string kind) => new($"deployment--{Part(kind)}");

    public override string ToString() => Value;

    /// <summary>With no "--" inside a part and no '-' at its ends, different parts never make the same name.</summary>
    private static string Part(string text)
    {
        var ok = text.Length > 0
            && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && !text.StartsWith('-') && !text.EndsWith('-') && !text.Contains("--", StringComparison.Ordinal);
        return ok
            ? text
            : throw new ArgumentException($"'{text}' can't be part of a secret's name: small letters, digits and single '-' between them.", nameof(text));
    }
}
