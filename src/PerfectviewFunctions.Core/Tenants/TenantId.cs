using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>The id of a tenant, one Perfectview account: 1 to 40 of a-z, 0-9 and '-'. Nothing else reaches a key, file or address.</summary>
public readonly record struct TenantId
{
    private const int MaxLength = 40;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private TenantId(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out TenantId id)
    {
        id = text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExcept(Allowed) ? new TenantId(text) : default;
        return id.Value is not null;
    }

    /// <exception cref="FormatException">The text is no tenant id.</exception>
    public static TenantId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A tenant id has 1 to 40 characters of a-z, 0-9 and '-'.");

    public override string ToString() => Value;
}
