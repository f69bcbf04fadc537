namespace PerfectviewFunctions.Core.Errors;

/// <summary>Why something stands as it does: a code of the error table and the values its sentences name. Kept in the store; rendered when shown.</summary>
public sealed record Reason(string Code)
{
    /// <summary>Values for the placeholders of the sentences; never a secret.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static Reason Of(string code, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            named[name] = value;
        }

        return new Reason(code) { Values = named };
    }
}
