using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>Decides whether somebody who is known may call an endpoint.</summary>
internal sealed class Admission(PeopleStore people, TenantStore tenants)
{
    /// <returns>Null when he may, else the answer that says why not.</returns>
    public async Task<IResult?> RefusalAsync(Access access, HttpRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Person is not null && CrossSite.IsSuspect(request))
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "Another site asked for this change in your name, so nothing was done. Make it here, or with the admin key.");
        }

        if (caller.IsOperator || caller == Caller.Reader)
        {
            return null;
        }

        return caller.Person is { } text && PersonId.TryParse(text, out var person)
            ? await RefusalAsync(access, request, person, cancellationToken)
            : Problem.Of(StatusCodes.Status403Forbidden, "What was sent does not open this.");
    }

    private async Task<IResult?> RefusalAsync(Access access, HttpRequest request, PersonId person, CancellationToken cancellationToken)
    {
        if (!request.RouteValues.TryGetValue("tenant", out var named))
        {
            return access != Access.Person
                ? OperatorsOnly
                : (await people.TenantsOfAsync(person.Value, cancellationToken)).Count > 0 ? null : NobodyHere;
        }

        if (!TenantId.TryParse(named as string, out var tenant) || await RoleAsync(person, tenant, cancellationToken) is not { } role)
        {
            return Problem.NoSuchTenant;
        }

        return access switch
        {
            Access.TenantView or Access.PaymentRead => null,
            Access.TenantManage => role == Role.Bookkeeper ? null : BookkeepersOnly,
            _ => OperatorsOnly,
        };
    }

    /// <summary>
    /// The role for a tenant that is still there. Without a role nothing is read of the tenant itself, so that others' tenants, retired ones and
    /// those that never were take equally long.
    /// </summary>
    private async Task<Role?> RoleAsync(PersonId person, TenantId tenant, CancellationToken cancellationToken) =>
        await people.RoleOfAsync(person, tenant, cancellationToken) is { } role
        && await tenants.FindAsync(tenant, cancellationToken) is { State: not TenantState.Retired }
            ? role
            : null;

    private static IResult OperatorsOnly =>
        Problem.Of(StatusCodes.Status403Forbidden, "Only operators may do this. Ask the one who runs this service.");

    private static IResult BookkeepersOnly =>
        Problem.Of(StatusCodes.Status403Forbidden, "You may look at this tenant, but not change it. An operator can make you a bookkeeper of it.");

    private static IResult NobodyHere =>
        Problem.Of(StatusCodes.Status403Forbidden, "You are signed in, but nobody gave you access yet. Ask the one who runs this service.");
}
