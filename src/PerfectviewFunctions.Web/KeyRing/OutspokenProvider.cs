using Microsoft.AspNetCore.DataProtection;

namespace PerfectviewFunctions.Web.KeyRing;

/// <summary>Gives protectors that tell an outage as what it is.</summary>
internal sealed class OutspokenProvider(IDataProtectionProvider provider) : IDataProtectionProvider
{
    public IDataProtector CreateProtector(string purpose) => new OutspokenProtector(provider.CreateProtector(purpose));
}
