using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Secrets;

namespace PerfectviewFunctions.LocalHost.Setup;

/// <summary>
/// <c>tenant [--url U] [--Data FOLDER | --key K]</c>: makes the demo tenant at any running host that books in the sandbox, through its API.
/// </summary>
internal static class TenantCommand
{
    public const string Usage = "tenant   [--url http://127.0.0.1:5080] [--Data FOLDER | --key ADMINKEY]: the demo tenant at a host that runs already";

    /// <summary>The setting that names the admin key of a host whose secrets are not in a folder here.</summary>
    public const string Key = "key";

    public static async Task<int> RunAsync(Arguments arguments, LocalHostSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        var given = arguments.Settings.GetValueOrDefault(Key);
        if ((given ?? await KeyInFolderAsync(settings, cancellationToken)) is not { } key)
        {
            await output.WriteLineAsync(
                $"The folder '{settings.Data}' has no admin key. Name the one with the host's secrets by --Data, or the admin key itself by --{Key}.");
            return 1;
        }

        try
        {
            using var api = OperatorClient.Create(new Uri(settings.Url), key);
            var secret = await new TenantSetup(api).AddAsync(
                DemoTenant.Id, DemoTenant.Credentials, DemoTenant.Settings, DemoTenant.Mapping, cancellationToken);
            await output.WriteLineAsync($"""
                The tenant '{DemoTenant.Id}' stands at {settings.Url}
                  {(given is null ? $"admin key       {key}" : $"webhook secret  {secret.Reveal()}")}
                """);
            return 0;
        }
        catch (HttpRequestException exception)
        {
            await output.WriteLineAsync($"The tenant '{DemoTenant.Id}' was not made at {settings.Url}: {exception.Message}");
            return 1;
        }
    }

    /// <summary>The admin key of a host that keeps its secrets in this folder. Looking for it leaves no folder behind where there was none.</summary>
    private static async Task<string?> KeyInFolderAsync(LocalHostSettings settings, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(settings.SecretsFolder))
        {
            return null;
        }

        using var store = await FileSecretStore.OpenAsync(settings.SecretsFolder, cancellationToken: cancellationToken);
        return await store.GetAsync(AdminKey.Name, SecretAge.Now, cancellationToken);
    }
}
