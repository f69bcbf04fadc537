using System.Globalization;
using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Which part of a list is asked for.</summary>
internal sealed record RestPage(int Limit, int Offset)
{
    private const int MostAtOnce = 2000;
    private const int Usual = 100;

    public static (RestPage Page, RestFault? Fault) Of(IQueryCollection query)
    {
        var (limit, offset) = (NumberIn(query, "limit", Usual), NumberIn(query, "offset", 0));
        var fault = limit is < 1 or > MostAtOnce or null ? new RestFault(RestErrors.Limit, "limit")
            : offset is < 0 or null ? new RestFault(RestErrors.Offset, "offset")
            : null;
        return (new RestPage(limit ?? Usual, offset ?? 0), fault);
    }

    /// <summary>The envelope; its count is that of the items in it, not of the whole list.</summary>
    public RestResult Answer<T>(IEnumerable<T> all, Func<T, JsonObject> toItem)
    {
        var items = new JsonArray([.. all.Skip(Offset).Take(Limit).Select(toItem)]);
        return RestResult.Ok(new JsonObject { ["items"] = items, ["count"] = items.Count });
    }

    private static int? NumberIn(IQueryCollection query, string name, int usual) =>
        !query.TryGetValue(name, out var text) ? usual
        : int.TryParse(text.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
