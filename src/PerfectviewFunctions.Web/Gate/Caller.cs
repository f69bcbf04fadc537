using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.History;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>Who calls, as the gate found it.</summary>
/// <param name="Actor">As history names him.</param>
/// <param name="IsOperator">Whether he may do everything.</param>
/// <param name="Person">The object id of a person who is signed in; null for whoever has a key.</param>
internal sealed record Caller(Actor Actor, bool IsOperator, string? Person = null)
{
    /// <summary>Whoever has the admin key.</summary>
    public static Caller Operator { get; } = new(new Actor("operator"), IsOperator: true);

    /// <summary>Whoever has the read key of the tenant of the route.</summary>
    public static Caller Reader { get; } = new(new Actor("read key"), IsOperator: false);
}

internal static class CallerExtensions
{
    private static readonly object Key = new();

    /// <summary>Who calls: known behind every rule of <see cref="Access"/> that asks for somebody.</summary>
    public static Caller Caller(this HttpRequest request) =>
        request.HttpContext.Items[Key] as Caller ?? throw new InvalidOperationException("This endpoint lets anybody in; nobody is known here.");

    internal static void SetCaller(this HttpRequest request, Caller caller) => request.HttpContext.Items[Key] = caller;
}
