using System.Security.Cryptography;
using System.Text;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>
/// The code a new debtor gets: Perfectview's own when it fits (15 characters) and is free in the books, else "PV" and ten characters
/// derived from tenant and relation, the first of that series that is free.
/// </summary>
internal static class DebtorCode
{
    public const int MaxLength = 15;

    // Crockford's base 32: no I, L, O or U, so that a code read aloud is written down right.
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string For(TenantId tenant, DebtorDetails debtor, Func<string, bool> isTaken)
    {
        var own = CleanText.Line(debtor.Code).Text ?? "";
        return own.Length is > 0 and <= MaxLength && !isTaken(own)
            ? own
            : Enumerable.Range(0, int.MaxValue).Select(attempt => Derived(tenant, debtor.Id, attempt)).First(code => !isTaken(code));
    }

    private static string Derived(TenantId tenant, string relationId, int attempt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{tenant.Value}\n{relationId}\n{attempt}")));
        return "PV" + string.Concat(hash.Take(10).Select(b => Digits[b % Digits.Length]));
    }
}
