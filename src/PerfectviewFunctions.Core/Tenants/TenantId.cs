using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>The id of a tenant, one Perfectview account: 1 to 40 of a-z, 0-9 and '-'. Nothing else reaches a key, file or address.</summary>
public readonly partial record struct TenantId
{
    private TenantId(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out TenantId id)
    {
        id = text is not null && Form().IsMatch(text) ? new TenantId(text) : default;
        return id.Value is not null;
    }

    /// <exception cref="FormatException">The text is no tenant id.</exception>
    public static TenantId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A tenant id has 1 to 40 characters of a-z, 0-9 and '-'.");

    public override string ToString() => Value;

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
