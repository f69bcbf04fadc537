using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>Why somebody who is known may not do what he asks for.</summary>
internal enum Refusal
{
    /// <summary>A change that another site asked for in a signed-in person's name.</summary>
    CrossSite = 1,

    /// <summary>A proof that is right, but not for this.</summary>
    NoKeyForThis,

    /// <summary>No tenant by that name, or one that is none of his.</summary>
    NoSuchTenant,

    /// <summary>Signed in, without access to anything.</summary>
    NoAccessYet,

    OperatorsOnly,

    BookkeepersOnly,
}

/// <summary>Decides whether somebody who is known may call an endpoint, or see a page.</summary>
internal sealed class Admission(PeopleStore people, TenantStore tenants)
{
    /// <returns>Null when he may, else why not.</returns>
    public async Task<Refusal?> RefusalAsync(Access access, HttpRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Person is not null && CrossSite.IsSuspect(request))
        {
            return Refusal.CrossSite;
        }

        if (caller.IsOperator || caller == Caller.Reader)
        {
            return null;
        }

        return caller.Person is { } text && PersonId.TryParse(text, out var person)
            ? await RefusalAsync(access, request, person, cancellationToken)
            : Refusal.NoKeyForThis;
    }

    private async Task<Refusal?> RefusalAsync(Access access, HttpRequest request, PersonId person, CancellationToken cancellationToken)
    {
        if (!request.RouteValues.TryGetValue("tenant", out var named))
        {
            return access != Access.Person
                ? Refusal.OperatorsOnly
                : (await people.TenantsOfAsync(person.Value, cancellationToken)).Count > 0 ? null : Refusal.NoAccessYet;
        }

        if (!TenantId.TryParse(named as string, out var tenant) || await RoleAsync(person, tenant, cancellationToken) is not { } role)
        {
            return Refusal.NoSuchTenant;
        }

        return access switch
        {
            Access.TenantView or Access.PaymentRead => null,
            Access.TenantManage => role == Role.Bookkeeper ? null : Refusal.BookkeepersOnly,
            _ => Refusal.OperatorsOnly,
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
}
