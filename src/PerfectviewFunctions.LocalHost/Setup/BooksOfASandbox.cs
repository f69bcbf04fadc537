using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.LocalHost.Setup;

/// <summary>A sandbox in the place of the real service.</summary>
internal static class BooksOfASandbox
{
    /// <summary>The same settings with both APIs of the sandbox; reverse charge included, for these books are there to try things.</summary>
    public static ProductSettings On(this ProductSettings settings, SandboxServer sandbox) => settings.On(sandbox.SoapAddress, sandbox.RestAddress);

    /// <summary>With the sandbox that a host on this machine has at its usual port, whether it runs or not.</summary>
    public static ProductSettings OnSandbox(this ProductSettings settings, int port)
    {
        var root = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/"));
        return settings.On(new Uri(root, "soap.asmx"), root);
    }

    private static ProductSettings On(this ProductSettings settings, Uri soap, Uri rest) => settings with
    {
        Books = soap, Rest = settings.Rest with { Endpoint = rest, ReverseCharge = true },
    };
}
