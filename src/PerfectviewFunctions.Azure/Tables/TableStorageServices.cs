using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Azure.Tables;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Azure;

public static class TableStorageServices
{
    /// <summary>
    /// Registers Table Storage as the one <see cref="IRowStore"/> of the process. Takes <see cref="TimeProvider"/>, <see cref="ILoggerFactory"/>
    /// and, where the settings name the account by its address, <see cref="TokenCredential"/> from the container.
    /// </summary>
    public static IServiceCollection AddTableStorage(this IServiceCollection services, AzureSettings settings) =>
        services.AddSingleton<IRowStore>(provider => TableRowStore.Create(
            settings.Storage,
            provider.GetRequiredService<TokenCredential>,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
}
