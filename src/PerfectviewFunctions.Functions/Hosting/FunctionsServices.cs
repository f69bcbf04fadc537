using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Azure.Identity;
using PerfectviewFunctions.Azure.Vault;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Web.Hosting;
using PerfectviewFunctions.Web.Secrets;

namespace PerfectviewFunctions.Functions.Hosting;

/// <summary>The composition root: the product on what Azure offers.</summary>
internal static class FunctionsServices
{
    public static async Task AddPerfectviewFunctionsAsync(this IServiceCollection services, FunctionsSettings settings)
    {
        services.AddPerfectview(settings.Product);
        services.AddAzureIdentity(settings.Azure);
        services.AddTableStorage(settings.Azure);
        if (settings.Azure.Secrets.Vault is null)
        {
            // A developer's machine; the settings have seen to it that this is not Azure, and that there is a folder.
            var secrets = await FileSecretStore.OpenAsync(settings.Azure.Secrets.Folder!);
            services.AddSingleton<ISecretStore>(_ => secrets);
        }
        else
        {
            services.AddKeyVault(settings.Azure);
        }

        services.AddSingleton<EndpointRunner>();
        services.AddHostedService<AdminKeyAtStart>();
    }
}
