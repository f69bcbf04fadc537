using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PerfectviewFunctions.Web.KeyRing;

/// <summary>
/// Data Protection for all hosts of a deployment: what one protects, such as an antiforgery token, another can read. The keys stand in the store,
/// encrypted under a key that is kept as a secret.
/// </summary>
/// <remarks>
/// The key comes from the vault, it doesn't stay in it: Microsoft's packages that have the vault wrap each key of the ring with an RSA key of its own
/// can't be restored from every package source. Whoever has both the store and the secret has the ring; either alone is worth nothing.
/// </remarks>
public static class KeyRingServices
{
    /// <summary>
    /// Registers the ring. Neither store nor vault is asked before something is protected or read, if this comes after all else that adds Data
    /// Protection, such as antiforgery.
    /// </summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KeyRingKey>();
        services.AddSingleton<KeyRingRepository>();
        services.AddSingleton<KeyRingEncryptor>();
        services.AddDataProtection().SetApplicationName("PerfectviewFunctions");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = provider.GetRequiredService<KeyRingRepository>();
            options.XmlEncryptor = provider.GetRequiredService<KeyRingEncryptor>();
        }));
        RemoveReadingAtStart(services);
        TellOutages(services);
        return services;
    }

    /// <summary>Data Protection reads its ring while the host starts; here that would make every cold start wait for store and vault.</summary>
    private static void RemoveReadingAtStart(IServiceCollection services)
    {
        foreach (var one in services.Where(one => one.ServiceType == typeof(IHostedService)
            && one.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly).ToList())
        {
            services.Remove(one);
        }
    }

    private static void TellOutages(IServiceCollection services)
    {
        var plain = services.Last(one => one.ServiceType == typeof(IDataProtectionProvider));
        if (plain.ImplementationFactory is not { } create)
        {
            throw new InvalidOperationException("Data Protection is registered in a way that is not known here.");
        }

        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(provider =>
            new OutspokenProvider((IDataProtectionProvider)create(provider))));
    }
}
