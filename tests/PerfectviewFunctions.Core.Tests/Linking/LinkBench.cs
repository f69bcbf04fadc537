using System.Globalization;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Linking;

/// <summary>The desks of linking over a bench, and a process that can be killed at any call to a store.</summary>
internal sealed class LinkBench
{
    public static readonly Actor By = new("ann");

    public LinkBench()
    {
        Prefixes = new PrefixGuard(Bench.Store, Bench.Tenants);
        var turns = new LinkTurns(Bench.Store, Bench.Clock, Bench.Options);
        var move = new LinkMove(Bench.Tenants, Bench.TenantSecrets, Prefixes, Bench.Clock);
        var waiting = new WaitingInvoices(Bench.OpenWork, new HeldBackInvoices(Bench.Store, Bench.Invoices), Bench.Invoices);
        Administrations = new KnownAdministrations(Bench.Store);
        var finder = new AdministrationFinder(Bench.Tenants, Bench.TenantSecrets, Bench.Keys, Administrations, Bench.Books);
        Test = new ConnectionTest(
            Bench.TenantSecrets, Bench.Keys, Bench.Books, finder, Administrations, Bench.Connections, Bench.Due, Bench.Clock);
        Links = new LinkDesk(
            Bench.Tenants, Bench.TenantSecrets, Bench.Keys, finder, Bench.Books, Test, turns, move, waiting, Bench.Connections, Bench.Due, Bench.Clock);
        TenantDesk = new TenantDesk(Bench.Tenants, Bench.TenantSecrets, turns, move, waiting, Bench.Clock);
        Keys = new KeyDesk(Bench.Tenants, Bench.TenantSecrets, turns, Bench.Clock);
        States = new ConnectionStates(Bench.TenantSecrets, Bench.Keys, Bench.Connections);
    }

    public Bench Bench { get; } = new();

    public PrefixGuard Prefixes { get; }

    public KnownAdministrations Administrations { get; }

    public ConnectionTest Test { get; }

    public LinkDesk Links { get; }

    public TenantDesk TenantDesk { get; }

    public KeyDesk Keys { get; }

    public ConnectionStates States { get; }

    /// <summary>What opens an administration of the bench, as a form.</summary>
    public static CredentialFormResult Form(int administration, string userName = "user", char code1 = 'c') => CredentialForm.Read(
        userName, new string(code1, 32), string.Create(CultureInfo.InvariantCulture, $"6b1f0a5e-0d5c-4d8f-9a52-{administration:D12}"));

    public Task<LinkChange> SaveAsync(TenantId tenant, int administration, bool confirms = false) =>
        Links.SaveAsync(tenant, Form(administration), confirms, By, default);

    public async Task<LinkChange.Done> SavedAsync(TenantId tenant, int administration, bool confirms = false) =>
        Assert.IsType<LinkChange.Done>(await SaveAsync(tenant, administration, confirms));

    public static async Task<string> ConflictAsync(Task<LinkChange> change) => Assert.IsType<LinkChange.Conflict>(await change).Reason.Code;

    public async Task<Tenant> TenantAsync(TenantId tenant) => (await Bench.Tenants.FindAsync(tenant, default))!;

    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(TenantId tenant)
    {
        var entries = new List<HistoryEntry>();
        await foreach (var (_, entry) in new TenantHistory(Bench.Store).ListAsync(tenant, null, default))
        {
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Waits for what waits for the clock.</summary>
    public async Task<T> PassingAsync<T>(Task<T> work)
    {
        for (var step = 0; !work.IsCompleted && step < 1000; step++)
        {
            Bench.Clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(1);
        }

        return await work;
    }

    /// <summary>
    /// Runs a change in a process that dies at its nth call to a store, and lets another take over later: leases and turns have run out.
    /// </summary>
    /// <returns>Whether it died; false when it needs fewer calls than that.</returns>
    public async Task<bool> DiesAsync(int atCall, Func<Task> change)
    {
        var calls = 0;
        Task CountAsync() => Interlocked.Increment(ref calls) >= atCall
            ? Task.FromException(new StoreUnavailableException("killed"))
            : Task.CompletedTask;
        Bench.Store.Before = _ => CountAsync();
        Bench.Secrets.BeforeGet = _ => CountAsync();
        Bench.Secrets.BeforeSet = _ => CountAsync();
        Bench.Secrets.BeforeDelete = _ => CountAsync();
        try
        {
            await change();
            return false;
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
        finally
        {
            Bench.Store.Before = null;
            Bench.Secrets.BeforeGet = Bench.Secrets.BeforeSet = Bench.Secrets.BeforeDelete = null;
            Bench.Clock.Advance(LinkTurn.Length + TimeSpan.FromSeconds(1));
        }
    }
}
