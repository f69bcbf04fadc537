using PerfectviewFunctions.Core.Diagnosis;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.LocalHost.Storage;
using PerfectviewFunctions.Web.Hosting;
using PerfectviewFunctions.Web.Secrets;

namespace PerfectviewFunctions.LocalHost.Doctor;

/// <summary>
/// <c>doctor</c>: looks at a data folder and every tenant in it, and says what is wrong and what to do first. A host may run beside it or be down; nothing
/// is written but, when store and books are compared, the count of look-ups.
/// </summary>
internal static class DoctorCommand
{
    public const string Usage = "doctor [--Tenant NAME] [--Compare true] [--Data .data]";

    public const string Tenant = "Tenant";

    public const string Compare = "Compare";

    /// <returns>False when a value makes no sense.</returns>
    public static bool IsAsked(Arguments arguments, out TenantId? only, out bool compares)
    {
        (only, compares) = (null, false);
        if (arguments.Settings.GetValueOrDefault(Tenant) is { } name)
        {
            if (!TenantId.TryParse(name, out var id))
            {
                return false;
            }

            only = id;
        }

        return arguments.Settings.GetValueOrDefault(Compare) is not { } compare || bool.TryParse(compare, out compares);
    }

    /// <returns>0 when nothing is broken, 1 when it does not go on without a person.</returns>
    public static async Task<int> RunAsync(
        TenantId? only, bool compares, LocalHostSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        var report = new Report(output);
        if (!File.Exists(settings.StoreFile))
        {
            await output.WriteLineAsync($"There is no store '{Path.GetFullPath(settings.StoreFile)}': name its folder with --Data.");
            return 1;
        }

        using var inUse = HostLock.Share(settings.Data);
        await report.HeadAsync($"The store in {Path.GetFullPath(settings.Data)}");
        var isSound = await report.AddAsync(FolderChecks.Of(settings));
        if (!isSound)
        {
            await output.WriteLineAsync("The store can't be read whole, so that nothing can be said of its tenants. Stop the host first, then: restore FOLDER.");
            return 1;
        }

        await using var services = await ComposeAsync(settings, report, cancellationToken);
        await AddTenantsAsync(services, only, compares, report, cancellationToken);
        await report.EndAsync();
        return report.NeedsAction ? 1 : 0;
    }

    /// <summary>The services of a host, without its endpoints being served or its timers run.</summary>
    private static async Task<ServiceProvider> ComposeAsync(LocalHostSettings settings, Report report, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IRowStore>(_ => SqliteRowStore.Open(settings.StoreFile));
        ISecretStore secrets;
        try
        {
            if (!Directory.Exists(settings.SecretsFolder))
            {
                throw new SecretsUnavailableException($"There is no secrets folder '{Path.GetFullPath(settings.SecretsFolder)}' beside the store.");
            }

            secrets = await FileSecretStore.OpenAsync(settings.SecretsFolder, cancellationToken: cancellationToken);
            await secrets.GetAsync(SecretName.ForDeployment("administration-key"), SecretAge.Now, cancellationToken);
        }
        catch (SecretsUnavailableException exception)
        {
            await report.AddAsync([new Check(CheckState.Wrong, exception.Message, "Mend that first: without the secrets nothing is booked.")]);
            secrets = new NoSecrets(exception);
        }

        services.AddSingleton(secrets);
        services.AddPerfectview(settings.Product.Books is null ? settings.Product.OnSandbox(settings.SandboxPort) : settings.Product);
        return services.BuildServiceProvider();
    }

    private static async Task AddTenantsAsync(
        ServiceProvider services, TenantId? only, bool compares, Report report, CancellationToken cancellationToken)
    {
        var (tenants, diagnoses, count) = (services.GetRequiredService<TenantStore>(), services.GetRequiredService<Diagnoses>(), 0);
        await foreach (var id in tenants.ListAsync(cancellationToken))
        {
            if ((only is { } wanted && id != wanted) || await tenants.FindAsync(id, cancellationToken) is not { State: not TenantState.Retired } tenant)
            {
                continue;
            }

            count++;
            try
            {
                await report.AddAsync(await diagnoses.OfAsync(tenant, compares ? Diagnoses.UsualDays : null, cancellationToken));
            }
#pragma warning disable CA1031 // Justification: one tenant's damaged row must not hide how the others stand; what is wrong is told.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                await report.AddAsync([new Check(
                    CheckState.Wrong,
                    $"Tenant {id} can't be looked at whole: {exception.Message}",
                    $"A row of tenant {id} may be damaged, or the store in trouble: show this to whoever looks after the program.")]);
            }
        }

        if (count == 0)
        {
            await report.AddAsync([new Check(
                only is null ? CheckState.Fine : CheckState.Wrong,
                only is null ? "There is no tenant yet." : $"There is no tenant '{only}'.",
                "See which there are: doctor without --Tenant.")]);
        }
    }

    /// <summary>Stands for secrets that can't be read, so that the rest is looked at all the same.</summary>
    private sealed class NoSecrets(SecretsUnavailableException trouble) : ISecretStore
    {
        public Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken) => throw trouble;

        public Task SetAsync(SecretName name, string value, CancellationToken cancellationToken) => throw trouble;

        public Task DeleteAsync(SecretName name, CancellationToken cancellationToken) => throw trouble;
    }
}
