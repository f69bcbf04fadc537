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

    /// <summary>More of a series than anybody will find taken.</summary>
    private const int DerivedTries = 20;

    // Crockford's base 32: no I, L, O or U, so that a code read aloud is written down right.
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string For(TenantId tenant, DebtorDetails debtor, Func<string, bool> isTaken)
    {
        return OwnOf(debtor) is { } own && !isTaken(own)
            ? own
            : Enumerable.Range(0, int.MaxValue).Select(attempt => Derived(tenant, debtor.Id, attempt)).First(code => !isTaken(code));
    }

    /// <summary>The code that a debtor of ours should have by what is known of it now; it may be taken.</summary>
    /// <param name="current">The code that it has.</param>
    public static string Following(TenantId tenant, DebtorDetails debtor, string current) =>
        OwnOf(debtor)
            ?? (Enumerable.Range(0, DerivedTries).Any(attempt => Derived(tenant, debtor.Id, attempt) == current)
                ? current
                : Derived(tenant, debtor.Id, 0));

    /// <summary>Perfectview's own code; null when it has none that fits.</summary>
    private static string? OwnOf(DebtorDetails debtor) => CleanText.Line(debtor.Code).Text is { Length: <= MaxLength } own ? own : null;

    private static string Derived(TenantId tenant, string relationId, int attempt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{tenant.Value}\n{relationId}\n{attempt}")));
        return "PV" + string.Concat(hash.Take(10).Select(b => Digits[b % Digits.Length]));
    }
}
