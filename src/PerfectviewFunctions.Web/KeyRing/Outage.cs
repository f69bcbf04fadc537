using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Web.KeyRing;

/// <summary>Finds an outage of vault or store inside what Data Protection and antiforgery make of it.</summary>
internal static class Outage
{
    /// <returns>Null when it is none.</returns>
    public static Exception? In(Exception? exception) => exception switch
    {
        null or SecretsUnavailableException or StoreUnavailableException => exception,
        _ => In(exception.InnerException),
    };
}
