using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Pages.Relations;

/// <summary>The pages about one relation; its id, which may be any text, stands in the query.</summary>
internal static class RelationAddress
{
    /// <summary>As Perfectview may send it at most.</summary>
    public const int LongestId = 64;

    public const string Id = "id";

    public static string Of(TenantId tenant, string id) => Of(PageRoutes.Relation, tenant, id);

    public static string Of(string route, TenantId tenant, string id) => $"{PageRoutes.Of(route, tenant)}?{Id}={Uri.EscapeDataString(id)}";

    /// <summary>The id that somebody gave; null when it can be none.</summary>
    public static string? Judge(string? id) => id is { Length: > 0 and <= LongestId } ? id : null;
}
