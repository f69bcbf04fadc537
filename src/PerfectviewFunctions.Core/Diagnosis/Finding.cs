using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Diagnosis;

/// <summary>Something found of a tenant: a code of the <see cref="FindingTable"/> and the values that its sentences name, never a secret.</summary>
public sealed record Finding(string Code, IReadOnlyDictionary<string, string> Values)
{
    public static Finding Of(string code, params ReadOnlySpan<(string Name, string Value)> values) => new(code, Reason.Of(code, values).Values);

    public FindingEntry Entry => FindingTable.Find(Code);

    /// <summary>What was found and what to do, with the values in it.</summary>
    public FindingText InWords()
    {
        var entry = Entry;
        return new FindingText(Filled(entry.Nl), Filled(entry.En), Filled(entry.ActionNl), Filled(entry.ActionEn));
    }

    /// <summary>One pass over the sentence: a value with braces is text, never a placeholder.</summary>
    private string Filled(string sentence) => ReasonText.Placeholder().Replace(
        sentence, match => Values.GetValueOrDefault(match.Groups["name"].Value) is { Length: > 0 } value ? value : "?");
}

/// <summary>A finding in words.</summary>
public sealed record FindingText(string Nl, string En, string ActionNl, string ActionEn);

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Nothing is wrong.</summary>
    Info,

    /// <summary>It may pass by itself; somebody should know.</summary>
    Attention,

    /// <summary>It does not go on without a person.</summary>
    Action,
}

/// <summary>Whose it is to do something.</summary>
public enum Doer
{
    Nobody,
    Bookkeeper,
    Operator,
}
