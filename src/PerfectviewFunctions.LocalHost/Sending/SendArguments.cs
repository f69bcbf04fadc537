using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.LocalHost.Setup;

namespace PerfectviewFunctions.LocalHost.Sending;

/// <summary>The arguments of <see cref="SendCommand"/>.</summary>
internal sealed record SendArguments(IReadOnlyList<string> Files, TenantId Tenant, string? Url)
{
    /// <returns>Null when they make no sense; settings such as <c>--Data</c> are passed over.</returns>
    public static SendArguments? Parse(IReadOnlyList<string> args)
    {
        var files = new List<string>();
        var tenant = DemoTenant.Id;
        string? url = null;
        for (var index = 0; index < args.Count; index++)
        {
            if (!args[index].StartsWith("--", StringComparison.Ordinal))
            {
                files.Add(args[index]);
                continue;
            }

            if (++index == args.Count)
            {
                return null;
            }

            switch (args[index - 1])
            {
                case "--tenant" when TenantId.TryParse(args[index], out var id):
                    tenant = id;
                    break;
                case "--tenant":
                    return null;
                case "--url" when Uri.TryCreate(args[index], UriKind.Absolute, out _):
                    url = args[index];
                    break;
                case "--url":
                    return null;
            }
        }

        return files.Count > 0 ? new SendArguments(files, tenant, url) : null;
    }
}
