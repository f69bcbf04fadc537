using System.Security.Cryptography;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Tenants;

public sealed class DeploymentKeyTests
{
    private static readonly SecretName Name = SecretName.ForDeployment("administration-key");

    private readonly MemorySecrets secrets = new();
    private readonly InMemoryRowStore store = new();
    private readonly ManualTimeProvider clock = new();

    [Fact]
    public async Task Get_first_start_makes_a_key_that_every_later_start_finds()
    {
        var made = await NewHost().GetAsync(default);

        Assert.Equal(32, made.Length);
        Assert.Equal(made, await NewHost().GetAsync(default));
    }

    [Fact]
    public async Task Get_known_key_costs_nothing_more()
    {
        var host = NewHost();
        await host.GetAsync(default);
        var reads = store.Gets;

        await host.GetAsync(default);

        Assert.Equal(reads, store.Gets);
    }

    /// <summary>Both find nothing; one makes the key, the other says so and finds it at its next start.</summary>
    [Fact]
    public async Task Get_two_hosts_at_the_first_start_end_with_one_key()
    {
        var other = NewHost();
        Exception? otherSaid = null;
        store.Before = async call =>
        {
            if (call is StoreCall.Write)
            {
                store.Before = null;
                secrets.BeforeSet = async _ =>
                {
                    secrets.BeforeSet = null;
                    otherSaid = await Record.ExceptionAsync(() => other.GetAsync(default));
                };
                await Task.CompletedTask;
            }
        };

        var made = await NewHost().GetAsync(default);

        Assert.IsType<SecretsUnavailableException>(otherSaid);
        Assert.Equal(made, await other.GetAsync(default));
    }

    [Fact]
    public async Task Get_many_hosts_at_once_never_go_on_with_two_keys()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            try
            {
                return Convert.ToHexString(await NewHost().GetAsync(default));
            }
            catch (SecretsUnavailableException)
            {
                return null;
            }
        })));

        var kept = Convert.ToHexString(await NewHost().GetAsync(default));
        Assert.Contains(kept, keys);
        Assert.All(keys, key => Assert.True(key is null || key == kept));
    }

    [Fact]
    public async Task Get_lost_key_is_told_and_no_other_takes_its_place()
    {
        await NewHost().GetAsync(default);
        await secrets.DeleteAsync(Name, default);

        await Assert.ThrowsAsync<SecretsUnavailableException>(() => NewHost().GetAsync(default));
        clock.Advance(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<SecretsUnavailableException>(() => NewHost().GetAsync(default));

        Assert.Empty(secrets.Values);
    }

    [Fact]
    public async Task Get_exchanged_key_is_told_and_the_right_one_put_back_is_taken()
    {
        await NewHost().GetAsync(default);
        var right = secrets.Values[Name];
        await secrets.SetAsync(Name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), default);
        await Assert.ThrowsAsync<SecretsUnavailableException>(() => NewHost().GetAsync(default));

        await secrets.SetAsync(Name, right, default);

        Assert.Equal(right, Convert.ToBase64String(await NewHost().GetAsync(default)));
    }

    [Fact]
    public async Task Get_empty_store_beside_an_old_key_is_told_and_starts_anew_once_the_key_is_deleted()
    {
        var old = await NewHost().GetAsync(default);
        var empty = new DeploymentKey(secrets, new InMemoryRowStore(), clock);

        var told = await Assert.ThrowsAsync<SecretsUnavailableException>(() => empty.GetAsync(default));
        await secrets.DeleteAsync(Name, default);

        Assert.Contains("Put the right store back; only if the empty one is meant, delete this secret", told.Message, StringComparison.Ordinal);
        Assert.NotEqual(old, await empty.GetAsync(default));
    }

    [Theory]
    [InlineData("no base 64 at all!")]
    [InlineData("AAAA")]
    public async Task Get_damaged_key_is_told_like_a_wrong_one(string damaged)
    {
        await NewHost().GetAsync(default);
        await secrets.SetAsync(Name, damaged, default);

        var said = await Assert.ThrowsAsync<SecretsUnavailableException>(() => NewHost().GetAsync(default));

        Assert.DoesNotContain(damaged, said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_half_made_key_is_made_anew_once_its_maker_must_be_gone()
    {
        secrets.BeforeSet = _ => throw new SecretsUnavailableException("the maker dies here");
        await Assert.ThrowsAsync<SecretsUnavailableException>(() => NewHost().GetAsync(default));
        secrets.BeforeSet = null;
        await Assert.ThrowsAsync<SecretsUnavailableException>(() => NewHost().GetAsync(default));

        clock.Advance(TimeSpan.FromMinutes(3) + TimeSpan.FromTicks(1));
        var made = await NewHost().GetAsync(default);

        Assert.Equal(made, await NewHost().GetAsync(default));
    }

    /// <summary>Two keys in use at once would be two names for one administration, and two leases: its invoices could be booked twice.</summary>
    [Fact]
    public async Task Get_maker_that_outlasts_all_patience_does_not_go_on_with_a_key_that_another_replaced()
    {
        var slow = NewHost();
        var other = NewHost();
        byte[]? replaced = null;
        secrets.BeforeSet = async _ =>
        {
            secrets.BeforeSet = null;
            clock.Advance(TimeSpan.FromHours(1));
            replaced = await other.GetAsync(default);
        };

        await Assert.ThrowsAsync<SecretsUnavailableException>(() => slow.GetAsync(default));

        Assert.Equal(replaced, await other.GetAsync(default));
        await Assert.ThrowsAsync<SecretsUnavailableException>(() => slow.GetAsync(default));
    }

    /// <summary>A vault that brings a deleted name back takes its time.</summary>
    [Fact]
    public async Task Get_maker_that_is_slow_is_not_taken_for_dead()
    {
        var other = NewHost();
        secrets.BeforeSet = async _ =>
        {
            secrets.BeforeSet = null;
            clock.Advance(TimeSpan.FromMinutes(2));
            await Assert.ThrowsAsync<SecretsUnavailableException>(() => other.GetAsync(default));
        };

        var made = await NewHost().GetAsync(default);

        Assert.Equal(made, await other.GetAsync(default));
    }

    /// <summary>Another host marks the key as kept while its maker is about to.</summary>
    [Fact]
    public async Task Get_key_that_another_host_marks_first_is_the_same_key()
    {
        var other = NewHost();
        byte[]? found = null;
        store.Before = async call =>
        {
            if (call is StoreCall.Write && secrets.Values.Count > 0)
            {
                store.Before = null;
                found = await other.GetAsync(default);
            }
        };

        var made = await NewHost().GetAsync(default);

        Assert.Equal(made, found);
    }

    /// <summary>The first requests of a new host come at once; none of them may meet "another host" in its own process.</summary>
    [Fact]
    public async Task Get_many_callers_of_one_host_at_the_first_start_all_get_the_key()
    {
        var host = NewHost();

        var keys = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => host.GetAsync(default))));

        Assert.Single(keys.Select(Convert.ToHexString).Distinct());
    }

    private DeploymentKey NewHost() => new(secrets, store, clock);
}
