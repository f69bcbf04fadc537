using System.Globalization;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Linking;

/// <summary>Whatever is linked, moved, ended and changed in whatever order: links that open one administration have one key, and others another.</summary>
public sealed class OneKeyTests
{
    private const int Tenants = 5;
    private const int Administrations = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task One_administration_one_key(int seed)
    {
        var random = new Random(seed);
        var link = new LinkBench();
        var books = new LedgerBooks(link.Bench.Books);
        var tenants = new List<TenantId>();
        for (var number = 0; number < Tenants; number++)
        {
            tenants.Add(await AddAsync(link, number));
        }

        var (saved, asked) = (0, 0);
        for (var step = 0; step < 60; step++)
        {
            var (tenant, number) = (tenants[random.Next(Tenants)], random.Next(1, Administrations + 1));
            switch (random.Next(8))
            {
                case 0:
                    await link.Links.UnlinkAsync(tenant, LinkBench.By, default);
                    break;
                case 1 when !books.Dead.Remove(number):
                    books.Dead.Add(number);
                    break;
                case 2:
                    var (added, renumbered) = books.Changes.GetValueOrDefault(number);
                    books.Changes[number] = (added + random.Next(3), Math.Min(renumbered + random.Next(2), 8));
                    break;
                default:
                    var form = random.Next(2) == 0 ? LinkBench.Form(number) : LedgerBooks.Token(number, step.ToString(CultureInfo.InvariantCulture));
                    var change = await link.Links.SaveAsync(tenant, form, true, LinkBench.By, default);
                    saved += change is LinkChange.Done ? 1 : 0;
                    asked += change is LinkChange.Conflict ? 1 : 0;
                    break;
            }

            await AssertOneKeyEachAsync(link, tenants);
        }

        Assert.True(saved > 10, $"Only {saved} links were made; {asked} were left to an operator.");
    }

    private static async Task AssertOneKeyEachAsync(LinkBench link, IReadOnlyList<TenantId> tenants)
    {
        var pairs = new HashSet<(int Number, AdministrationKey Key)>();
        foreach (var id in tenants)
        {
            var tenant = await link.TenantAsync(id);
            if (tenant.State == TenantState.Linked)
            {
                var credentials = (await link.Bench.TenantSecrets.BookkeepingAsync(id, SecretAge.Now, default))!;
                Assert.Equal(tenant.Administration, await link.Bench.Keys.OfAsync(credentials, default));
                Assert.Equal(tenant.Api, credentials.Api);
                pairs.Add((LedgerBooks.NumberOf(credentials), tenant.Administration!.Value));
            }
        }

        Assert.Equal(pairs.Count, pairs.DistinctBy(pair => pair.Number).Count());
        Assert.Equal(pairs.Count, pairs.DistinctBy(pair => pair.Key).Count());
    }

    private static async Task<TenantId> AddAsync(LinkBench link, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{number}");
        var id = Assert.IsType<LinkChange.Done>(await link.TenantDesk.CreateAsync(name, null, LinkBench.By, default)).Tenant.Id;
        var read = (await link.Bench.Tenants.ReadAsync(id, default))!;
        await link.Bench.Tenants.TryChangeAsync(
            read,
            read.Tenant with { Settings = read.Tenant.Settings with { NumberPrefix = name + "-" } },
            new HistoryEntry(link.Bench.Clock.GetUtcNow(), "x", HistoryKind.SettingsChanged, []),
            default);
        return id;
    }
}
