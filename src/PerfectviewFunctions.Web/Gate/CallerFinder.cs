using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>Finds out who calls: by a key, or by what App Service says where that is trusted.</summary>
internal sealed class CallerFinder(AdminKey adminKey, ReadKey readKey, PeopleStore people, GateOptions options)
{
    /// <returns>Who calls, null for nobody; and whether a proof was offered that is none, whoever it is.</returns>
    public async Task<(Caller? Caller, bool OfferedWrong)> FindAsync(Access access, HttpRequest request, CancellationToken cancellationToken)
    {
        if (access is Access.Anybody or Access.Signature)
        {
            return (null, false);
        }

        var offered = request.Headers[AdminKey.Header].ToString();
        if (await adminKey.IsRightAsync(offered, cancellationToken))
        {
            return (Caller.Operator, false);
        }

        var offeredWrong = offered.Length > 0;
        if (options.TrustPrincipalHeader && request.Headers.ContainsKey(Principal.Header))
        {
            if (Principal.Read(request.Headers) is { } principal)
            {
                return (await principal.ToCallerAsync(people, cancellationToken), offeredWrong);
            }

            offeredWrong = true;
        }

        if (access == Access.PaymentRead && request.Headers[ReadKey.Header].ToString() is { Length: > 0 } key)
        {
            return TenantId.TryParse(request.RouteValues["tenant"] as string, out var tenant)
                && await readKey.IsRightAsync(tenant, key, cancellationToken)
                    ? (Caller.Reader, offeredWrong)
                    : (null, true);
        }

        return (null, offeredWrong);
    }
}
