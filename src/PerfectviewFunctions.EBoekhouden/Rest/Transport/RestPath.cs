using System.Globalization;

namespace PerfectviewFunctions.EBoekhouden.Rest.Transport;

/// <summary>Paths and queries of the API, below its endpoint.</summary>
internal static class RestPath
{
    public const string Session = "v1/session";
    public const string Ledger = "v1/ledger";
    public const string Relation = "v1/relation";
    public const string Mutation = "v1/mutation";
    public const string Outstanding = "v1/mutation/invoice/outstanding";

    /// <summary>One of a kind.</summary>
    public static string Of(string path, long id) => string.Create(CultureInfo.InvariantCulture, $"{path}/{id}");

    /// <summary>A page of a list.</summary>
    /// <param name="filters">Names as they stand in the API's description; a filter without an operator asks for what equals it.</param>
    public static string Page(string path, int limit, int offset, params ReadOnlySpan<(string Name, string Value)> filters)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"limit={limit}&offset={offset}");
        foreach (var (name, value) in filters)
        {
            query = $"{name}={Uri.EscapeDataString(value)}&{query}";
        }

        return $"{path}?{query}";
    }
}
