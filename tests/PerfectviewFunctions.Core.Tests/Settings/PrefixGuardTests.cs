using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Settings;

public sealed class PrefixGuardTests
{
    [Theory]
    [InlineData("", "", PrefixClash.OursEmpty)]
    [InlineData("", "A-", PrefixClash.OursEmpty)]
    [InlineData("A-", "", PrefixClash.AnothersEmpty)]
    [InlineData("A-", "a-", PrefixClash.Equal)]
    [InlineData("A-1", "a-", PrefixClash.BeginsAnother)]
    [InlineData("A", "A-1", PrefixClash.BeginsAnother)]
    [InlineData("A-", "B-", null)]
    [InlineData("1A", "A", null)]
    public async Task Prefix_beside_another_clashes_when_one_begins_the_other(string ours, string anothers, PrefixClash? expected)
    {
        var scene = await TwoAsync();
        await scene.LinkAsync("b", anothers);

        Assert.Equal(expected, await scene.LinkAsync("a", ours));
    }

    [Fact]
    public void Every_clash_is_told_in_both_languages_at_the_prefix() =>
        Assert.All(Enum.GetValues<PrefixClash>(), kind =>
        {
            var fault = new PrefixReservation.Clash(kind).Fault;

            Assert.Equal("/numberPrefix", fault.Pointer);
            Assert.NotEqual(fault.Nl, fault.En);
        });

    [Fact]
    public async Task Tenant_alone_needs_no_prefix()
    {
        var scene = await TwoAsync();

        Assert.Null(await scene.LinkAsync("a", ""));
        Assert.IsType<SettingsSaved.Saved>(await scene.ChangeAsync("a", "A-"));
        Assert.IsType<SettingsSaved.Saved>(await scene.ChangeAsync("a", ""));
        Assert.Equal(["a "], await scene.ReservedAsync());
    }

    [Fact]
    public async Task Member_that_never_reserved_counts_with_what_its_settings_say()
    {
        var scene = await TwoAsync();
        await scene.PlantAsync("old", "A-");

        Assert.Equal(PrefixClash.Equal, await scene.LinkAsync("a", "A-"));
        Assert.Equal(PrefixClash.OursEmpty, await scene.LinkAsync("a", ""));
        Assert.Null(await scene.LinkAsync("a", "B-"));
    }

    [Fact]
    public async Task Prefix_that_was_left_is_free_at_once()
    {
        var scene = await TwoAsync();
        await scene.LinkAsync("a", "A-");
        await scene.LinkAsync("b", "B-");

        Assert.IsType<SettingsSaved.Saved>(await scene.ChangeAsync("a", "C-"));
        Assert.IsType<SettingsSaved.Saved>(await scene.ChangeAsync("b", "A-"));
        await scene.UnlinkAsync("a");
        Assert.IsType<SettingsSaved.Saved>(await scene.ChangeAsync("b", "C-"));
        Assert.Equal(["b C-"], await scene.ReservedAsync());
    }

    [Fact]
    public async Task Clashing_change_is_a_fault_of_the_field_and_saves_nothing()
    {
        var scene = await TwoAsync();
        await scene.LinkAsync("a", "A-");
        await scene.LinkAsync("b", "B-");

        var faulty = Assert.IsType<SettingsSaved.Faulty>(await scene.ChangeAsync("b", "A-2"));

        Assert.Equal(new PrefixReservation.Clash(PrefixClash.BeginsAnother).Fault, Assert.Single(faulty.Faults));
        Assert.Equal("B-", (await scene.LiveAsync())["b"]);
        Assert.Equal(["a A-", "b B-"], await scene.ReservedAsync());
    }

    [Fact]
    public async Task Reservation_of_somebody_who_died_holds_until_his_tenant_is_changed_again()
    {
        var scene = await TwoAsync();
        await scene.LinkAsync("a", "A-");
        await scene.LinkAsync("b", "B-");
        await scene.ReserveOnlyAsync("a", "C-");

        Assert.IsType<SettingsSaved.Faulty>(await scene.ChangeAsync("b", "C-"));
        Assert.IsType<SettingsSaved.Saved>(await scene.ChangeAsync("a", "D-"));
        Assert.IsType<SettingsSaved.Saved>(await scene.ChangeAsync("b", "C-"));
        Assert.Equal(["a D-", "b C-"], await scene.ReservedAsync());
    }

    [Fact]
    public async Task Save_whose_reservation_can_not_be_tidied_is_saved_all_the_same()
    {
        var scene = await TwoAsync();
        await scene.LinkAsync("a", "A-");
        var writes = 0;
        scene.Store.Before = call => call is StoreCall.Write && ++writes == 3 ? throw new StoreUnavailableException("down") : Task.CompletedTask;

        Assert.IsType<SettingsSaved.Saved>(await scene.ChangeAsync("a", "B-"));

        scene.Store.Before = null;
        Assert.Equal(3, writes);
        Assert.Null(await scene.LinkAsync("b", "A-"));
        Assert.Equal(PrefixClash.Equal, await scene.LinkAsync("b", "B-"));
    }

    private static async Task<PrefixScene> TwoAsync()
    {
        var scene = new PrefixScene();
        await scene.AddAsync("a");
        await scene.AddAsync("b");
        return scene;
    }
}
