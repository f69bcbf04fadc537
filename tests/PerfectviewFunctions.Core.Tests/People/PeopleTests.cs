using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.People;

public sealed class PeopleTests
{
    private static readonly Actor Boss = new("the boss");
    private static readonly TenantId Demo = TenantId.Parse("demo");
    private static readonly TenantId Zed = TenantId.Parse("zed");

    /// <summary>A tenant whose name looks like the beginning of another's.</summary>
    private static readonly TenantId Dem = TenantId.Parse("dem");

    private readonly InMemoryRowStore store = new();
    private readonly ManualTimeProvider clock = new();
    private readonly LogLines logs = new();
    private readonly PeopleStore people;
    private readonly PeopleDesk desk;

    public PeopleTests() =>
        (people, desk) = (new PeopleStore(store), new PeopleDesk(store, new TenantHistory(store), clock, logs.For<PeopleDesk>()));

    [Fact]
    public async Task Role_is_found_by_its_person_and_by_its_tenant()
    {
        await desk.GrantAsync(Zed, Person(1), Role.Viewer, "Anna", Boss, default);
        await desk.GrantAsync(Demo, Person(1), Role.Bookkeeper, null, Boss, default);
        await desk.GrantAsync(Demo, Person(2), Role.Viewer, null, Boss, default);
        await desk.GrantAsync(Dem, Person(3), Role.Viewer, null, Boss, default);

        Assert.Equal(Role.Bookkeeper, await people.RoleOfAsync(Person(1), Demo, default));
        Assert.Equal(Role.Viewer, await people.RoleOfAsync(Person(1), Zed, default));
        Assert.Null(await people.RoleOfAsync(Person(1), Dem, default));
        Assert.Equal([Demo, Zed], await people.TenantsOfAsync(Person(1).Value, default));
        Assert.Equal([new RoleGrant(Person(1), Role.Viewer, "Anna", "the boss", clock.GetUtcNow())], await people.PeopleOfAsync(Zed, default));
        Assert.Equal([Person(1), Person(2)], (await people.PeopleOfAsync(Demo, default)).Select(grant => grant.Person));
    }

    [Theory]
    [InlineData("")]
    [InlineData("operator")]
    [InlineData("6B1F0A5E-0D5C-4D8F-9A52-000000000001")]
    public async Task Who_is_no_person_has_no_tenants(string text) => Assert.Empty(await people.TenantsOfAsync(text, default));

    [Fact]
    public async Task Every_change_of_access_stands_in_the_tenants_history()
    {
        await desk.GrantAsync(Demo, Person(1), Role.Viewer, "Anna", Boss, default);
        clock.Advance(TimeSpan.FromMinutes(1));
        await desk.GrantAsync(Demo, Person(1), Role.Bookkeeper, "Anna", Boss, default);
        clock.Advance(TimeSpan.FromMinutes(1));
        await desk.RevokeAsync(Demo, Person(1), Boss, default);

        var field = $"people/{Person(1)}";
        Assert.Equal(
            [
                [new($"{field}/role", "bookkeeper", null), new($"{field}/name", "Anna", null)],
                [new($"{field}/role", "viewer", "bookkeeper")],
                [new FieldChange($"{field}/role", null, "viewer"), new($"{field}/name", null, "Anna")],
            ],
            (await HistoryAsync(Demo)).Select(entry => entry.Changes));
        Assert.All(await HistoryAsync(Demo), entry => Assert.Equal((HistoryKind.AccessChanged, "the boss"), (entry.Kind, entry.By)));
        Assert.Empty(await HistoryAsync(Zed));
    }

    [Fact]
    public async Task What_holds_already_changes_nothing()
    {
        var first = await desk.GrantAsync(Demo, Person(1), Role.Viewer, "Anna", Boss, default);
        clock.Advance(TimeSpan.FromMinutes(1));

        var again = await desk.GrantAsync(Demo, Person(1), Role.Viewer, "Anna", new Actor("another"), default);
        await desk.RevokeAsync(Zed, Person(1), Boss, default);

        Assert.Equal(first, again);
        Assert.Single(await HistoryAsync(Demo));
        Assert.Empty(await HistoryAsync(Zed));
    }

    [Fact]
    public async Task Taken_role_is_gone_on_both_sides()
    {
        await desk.GrantAsync(Demo, Person(1), Role.Viewer, null, Boss, default);
        await desk.GrantAsync(Zed, Person(1), Role.Viewer, null, Boss, default);

        await desk.RevokeAsync(Demo, Person(1), Boss, default);

        Assert.Null(await people.RoleOfAsync(Person(1), Demo, default));
        Assert.Empty(await people.PeopleOfAsync(Demo, default));
        Assert.Equal([Zed], await people.TenantsOfAsync(Person(1).Value, default));
    }

    [Fact]
    public async Task Two_who_change_one_role_at_once_come_one_after_the_other()
    {
        var other = new PeopleDesk(store, new TenantHistory(store), clock, logs.For<PeopleDesk>());
        var came = false;
        store.Before = async call =>
        {
            if (call is StoreCall.Write && !came)
            {
                came = true;
                await other.GrantAsync(Demo, Person(1), Role.Viewer, "Anna", new Actor("another"), default);
            }
        };

        await desk.GrantAsync(Demo, Person(1), Role.Bookkeeper, "Anna", Boss, default);

        Assert.Equal(Role.Bookkeeper, await people.RoleOfAsync(Person(1), Demo, default));
        Assert.Equal([Demo], await people.TenantsOfAsync(Person(1).Value, default));
        Assert.Contains(await HistoryAsync(Demo), entry => entry.Changes is [{ Old: "viewer", New: "bookkeeper" }]);
    }

    [Fact]
    public async Task Lost_write_leaves_both_rows_or_none()
    {
        store.Before = call => call is StoreCall.Write ? throw new StoreUnavailableException("down") : Task.CompletedTask;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.GrantAsync(Demo, Person(1), Role.Viewer, null, Boss, default));

        store.Before = null;
        Assert.Null(await people.RoleOfAsync(Person(1), Demo, default));
        Assert.Empty(await people.TenantsOfAsync(Person(1).Value, default));
    }

    [Fact]
    public async Task Caller_who_goes_away_after_the_change_does_not_keep_it_from_the_history()
    {
        using var gone = new CancellationTokenSource();
        store.After = async call =>
        {
            if (call is StoreCall.Write)
            {
                await gone.CancelAsync();
            }
        };

        await desk.GrantAsync(Demo, Person(1), Role.Viewer, null, Boss, gone.Token);

        Assert.Single(await HistoryAsync(Demo));
    }

    [Fact]
    public async Task Operator_is_one_until_it_is_taken_even_the_last()
    {
        Assert.False(await people.IsOperatorAsync(Person(1), default));
        var grant = await desk.GrantOperatorAsync(Person(1), "Anna", Boss, default);
        Assert.Equal(grant, await desk.GrantOperatorAsync(Person(1), "Anna", new Actor("another"), default));
        await desk.GrantOperatorAsync(Person(2), null, Boss, default);

        Assert.True(await people.IsOperatorAsync(Person(1), default));
        Assert.Equal([grant, new OperatorGrant(Person(2), null, "the boss", clock.GetUtcNow())], await people.OperatorsAsync(default));
        Assert.Null(await people.RoleOfAsync(Person(1), Demo, default));
        Assert.Empty(await people.TenantsOfAsync(Person(1).Value, default));

        await desk.RevokeOperatorAsync(Person(1), Boss, default);
        await desk.RevokeOperatorAsync(Person(2), Boss, default);
        await desk.RevokeOperatorAsync(Person(2), Boss, default);

        Assert.False(await people.IsOperatorAsync(Person(1), default));
        Assert.Empty(await people.OperatorsAsync(default));
        Assert.Equal(4, logs.Lines.Count);
    }

    [Theory]
    [InlineData("6b1f0a5e-0d5c-4d8f-9a52-000000000001", true)]
    [InlineData("6B1F0A5E-0D5C-4D8F-9A52-000000000001", false)]
    [InlineData("{6b1f0a5e-0d5c-4d8f-9a52-000000000001}", false)]
    [InlineData("6b1f0a5e0d5c4d8f9a52000000000001", false)]
    [InlineData(" 6b1f0a5e-0d5c-4d8f-9a52-000000000001", false)]
    [InlineData("00000000-0000-0000-0000-000000000000", false)]
    [InlineData("anna@example.nl", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Person_has_one_spelling(string? text, bool fits) => Assert.Equal(fits, PersonId.TryParse(text, out _));

    private static PersonId Person(int number) =>
        PersonId.TryParse($"6b1f0a5e-0d5c-4d8f-9a52-{number:D12}", out var person) ? person : throw new ArgumentOutOfRangeException(nameof(number));

    private async Task<List<HistoryEntry>> HistoryAsync(TenantId tenant)
    {
        var entries = new List<HistoryEntry>();
        await foreach (var (_, entry) in new TenantHistory(store).ListAsync(tenant, null, default))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
