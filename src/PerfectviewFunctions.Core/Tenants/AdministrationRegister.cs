using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>The administrations that stood in the list when it was read.</summary>
/// <param name="Version">What the next one to be added replaces; null while none ever was.</param>
internal sealed record AdministrationRegister(Row? Version, IReadOnlyList<KnownAdministration> Known)
{
    public KnownAdministration? Find(AdministrationKey key) => Known.FirstOrDefault(known => known.Key == key);
}

/// <summary>An administration that a link leads, or led, to.</summary>
/// <param name="IsMade">Whether its key was made up for a token, and no security code 2 gives it.</param>
/// <param name="Print">By what it is recognised; null while nobody read its ledger accounts.</param>
internal sealed record KnownAdministration(AdministrationKey Key, bool IsMade, LedgerPrint? Print);
