using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>By what a debtor of Perfectview is looked for in books that have no list of facts.</summary>
internal static class DebtorLooks
{
    /// <summary>As its card would say it: cleaned, and the name in the tenant's own format.</summary>
    public static DebtorLook For(Tenant tenant, DebtorDetails debtor)
    {
        var card = DebtorForm.ToCard(debtor, DebtorCode.For(tenant.Id, debtor, _ => false), tenant.Settings.PersonNames).Card;
        return new DebtorLook([], [card.Code], card.Email, card.Name);
    }
}
