using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.LocalHost.Setup;

/// <summary>A sandbox in the place of the real service.</summary>
internal static class BooksOfASandbox
{
    /// <summary>The same settings with both APIs of the sandbox; reverse charge included, for these books are there to try things.</summary>
    public static ProductSettings On(this ProductSettings settings, SandboxServer sandbox) => settings with
    {
        Books = sandbox.SoapAddress,
        Rest = settings.Rest with { Endpoint = sandbox.RestAddress, ReverseCharge = true },
    };
}
