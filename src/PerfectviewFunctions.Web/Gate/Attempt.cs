using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>What failed attempts are counted by: from where, and at what.</summary>
/// <param name="Address">As <see cref="CallerAddress"/> tells it.</param>
/// <param name="Target">
/// The tenant for what is signed, so that one tenant's sender with a wrong secret locks out no other's, who may share its address; everything else
/// is one target.
/// </param>
internal readonly record struct Attempt(string Address, string Target)
{
    private const string Api = "api";

    /// <returns>Null where nothing has to be proven, so that nothing can fail.</returns>
    public static Attempt? Of(Access access, HttpRequest request, GateOptions options) => access switch
    {
        Access.Anybody => null,
        Access.Signature => new Attempt(CallerAddress.Of(request, options.TrustForwardedFor), SignatureTarget(request)),
        _ => new Attempt(CallerAddress.Of(request, options.TrustForwardedFor), Api),
    };

    /// <summary>Names that no tenant can have are one target: a caller makes up as many as he likes.</summary>
    private static string SignatureTarget(HttpRequest request) =>
        "signature:" + (TenantId.TryParse(request.RouteValues["tenant"] as string, out var tenant) ? tenant.Value : "");
}
