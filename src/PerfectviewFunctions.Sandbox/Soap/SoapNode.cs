namespace PerfectviewFunctions.Sandbox;

/// <summary>The values of one complex element. What is absent reads as its zero value, as in the .NET service.</summary>
internal sealed class SoapNode : Dictionary<string, object>
{
    public static SoapNode Empty { get; } = [];

    /// <summary>Empty when absent or nil.</summary>
    public string Text(string name) => TryGetValue(name, out var value) ? (string)value : "";

    public long Long(string name) => TryGetValue(name, out var value) ? (long)value : 0;

    public decimal Amount(string name) => TryGetValue(name, out var value) ? (decimal)value : 0;

    /// <summary>The first of January of the year 1 when absent.</summary>
    public DateOnly Date(string name) => TryGetValue(name, out var value) ? (DateOnly)value : default;

    public T Choice<T>(string name)
        where T : struct, Enum => TryGetValue(name, out var value) ? Enum.Parse<T>((string)value) : default;

    public SoapNode Node(string name) => TryGetValue(name, out var value) ? (SoapNode)value : Empty;

    public IReadOnlyList<SoapNode> List(string name, string itemName) =>
        Node(name).TryGetValue(itemName, out var items) ? (List<SoapNode>)items : [];

    /// <summary>The same values, as an array element with these items.</summary>
    public static SoapNode Array(string itemName, IEnumerable<SoapNode> items) => new() { [itemName] = items.ToList() };
}
