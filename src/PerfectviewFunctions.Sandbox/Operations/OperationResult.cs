namespace PerfectviewFunctions.Sandbox;

/// <summary>What an operation came to: an error code (as documented, with its dot) or the values of the answer.</summary>
internal sealed record OperationResult(string? Error, SoapNode Values)
{
    public static OperationResult Refused(string code) => new(code, SoapNode.Empty);

    public static OperationResult Done(string name, object value) => new(null, new SoapNode { [name] = value });

    public static OperationResult Listed(string name, string itemName, IEnumerable<SoapNode> items) =>
        Done(name, SoapNode.Array(itemName, items));
}
