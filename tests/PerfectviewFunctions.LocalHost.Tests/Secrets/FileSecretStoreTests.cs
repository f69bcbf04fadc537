using System.Runtime.Versioning;
using System.Text;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Secrets;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.LocalHost.Tests.Secrets;

public sealed class FileSecretStoreTests : IDisposable
{
    private static readonly SecretName Name = SecretName.ForTenant(TenantId.Parse("acme"), "security-code-1");
    private static readonly SecretName Other = SecretName.ForDeployment("admin-key");

    private readonly TemporaryFolder temporary = new();

    private string Folder => temporary.File("secrets");

    private string File => Path.Combine(Folder, "secrets.bin");

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Get_unknown_name_is_null()
    {
        using var store = await FileSecretStore.OpenAsync(Folder);

        Assert.Null(await store.GetAsync(Name, SecretAge.Now, default));
        Assert.False(System.IO.File.Exists(File));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("whsec_+/=\"\\\r\n\0€🧾")]
    public async Task Set_value_is_read_back_and_can_be_replaced(string value)
    {
        using var store = await FileSecretStore.OpenAsync(Folder);

        await store.SetAsync(Name, "first", default);
        await store.SetAsync(Other, "other", default);
        await store.SetAsync(Name, value, default);

        Assert.Equal(value, await store.GetAsync(Name, SecretAge.Now, default));
        Assert.Equal("other", await store.GetAsync(Other, SecretAge.Now, default));
    }

    [Fact]
    public async Task Set_value_beyond_the_limits_is_refused_without_telling_it()
    {
        using var store = await FileSecretStore.OpenAsync(Folder);
        var value = new string('s', SecretLimits.ValueBytes + 1);

        await Assert.ThrowsAsync<ArgumentException>(() => store.SetAsync(Name, "", default));
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => store.SetAsync(Name, value, default));

        Assert.DoesNotContain("sss", refused.Message, StringComparison.Ordinal);
        Assert.Null(await store.GetAsync(Name, SecretAge.Now, default));
    }

    [Fact]
    public async Task Delete_removes_one_secret_and_may_be_repeated()
    {
        using var store = await FileSecretStore.OpenAsync(Folder);
        await store.SetAsync(Name, "value", default);
        await store.SetAsync(Other, "other", default);

        await store.DeleteAsync(Name, default);
        await store.DeleteAsync(Name, default);

        Assert.Null(await store.GetAsync(Name, SecretAge.Now, default));
        Assert.Equal("other", await store.GetAsync(Other, SecretAge.Now, default));
    }

    [Fact]
    public async Task Set_value_stands_in_no_file()
    {
        const string Value = "0f8fad5b-d9cb-469f-a165-70867728950e";
        using var store = await FileSecretStore.OpenAsync(Folder);

        await store.SetAsync(Name, Value, default);

        byte[][] forms = [Encoding.UTF8.GetBytes(Value), Encoding.Unicode.GetBytes(Value), Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Value)))];
        var files = Directory.GetFiles(temporary.Path, "*", SearchOption.AllDirectories);
        Assert.Contains(File, files);
        Assert.All(files, file => Assert.All(forms, form => Assert.Equal(-1, System.IO.File.ReadAllBytes(file).AsSpan().IndexOf(form))));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Folder_and_files_are_the_owners_alone()
    {
        Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);
        using var store = await FileSecretStore.OpenAsync(Folder);
        await store.SetAsync(Name, "value", default);

        string[] folders = [Folder, .. Directory.GetDirectories(Folder, "*", SearchOption.AllDirectories)];
        var files = Directory.GetFiles(Folder, "*", SearchOption.AllDirectories);
        Assert.Equal(3, files.Length);
        Assert.All(folders.Select(System.IO.File.GetUnixFileMode), mode => Assert.Equal("700", Convert.ToString((int)mode, 8)));
        Assert.All(files.Select(System.IO.File.GetUnixFileMode), mode => Assert.Equal("600", Convert.ToString((int)mode, 8)));
    }

    [Fact]
    public async Task Parallel_sets_of_two_instances_lose_none()
    {
        using var one = await FileSecretStore.OpenAsync(Folder);
        using var other = await FileSecretStore.OpenAsync(Folder);
        var names = Enumerable.Range(0, 40).Select(i => SecretName.ForTenant(TenantId.Parse($"t{i}"), "webhook")).ToList();

        await Task.WhenAll(names.Select((name, i) => Task.Run(() => (i % 2 == 0 ? one : other).SetAsync(name, $"value {i}", default))));

        var read = await Task.WhenAll(names.Select(name => one.GetAsync(name, SecretAge.Now, default)));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"value {i}"), read);
    }

    [Fact]
    public async Task Two_instances_opened_at_once_see_each_others_writes()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => FileSecretStore.OpenAsync(Folder))));

        await stores[0].SetAsync(Name, "first", default);
        Assert.All(await Task.WhenAll(stores.Select(store => store.GetAsync(Name, SecretAge.Now, default))), value => Assert.Equal("first", value));
        await stores[3].SetAsync(Name, "again", default);
        await stores[2].DeleteAsync(Other, default);

        Assert.All(await Task.WhenAll(stores.Select(store => store.GetAsync(Name, SecretAge.Now, default))), value => Assert.Equal("again", value));
        Assert.Single(Directory.GetFiles(Path.Combine(Folder, "keys")));
        Array.ForEach(stores, store => store.Dispose());
    }

    [Fact]
    public async Task Reopened_store_still_has_its_secrets()
    {
        using (var store = await FileSecretStore.OpenAsync(Folder))
        {
            await store.SetAsync(Name, "value", default);
        }

        using var reopened = await FileSecretStore.OpenAsync(Folder);
        Assert.Equal("value", await reopened.GetAsync(Name, SecretAge.Now, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public async Task Damaged_file_is_named_with_what_to_do_and_never_overwritten(int length)
    {
        using var store = await FileSecretStore.OpenAsync(Folder);
        await store.SetAsync(Name, "value", default);
        var damaged = (await System.IO.File.ReadAllBytesAsync(File))[..length];
        await System.IO.File.WriteAllBytesAsync(File, damaged);

        await AssertUnreadableAsync(store);

        Assert.Equal(damaged, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task Lost_key_ring_is_named_with_what_to_do_and_can_be_put_back()
    {
        using (var store = await FileSecretStore.OpenAsync(Folder))
        {
            await store.SetAsync(Name, "value", default);
        }

        var keys = Path.Combine(Folder, "keys");
        Directory.Move(keys, temporary.File("backup"));
        using (var keyless = await FileSecretStore.OpenAsync(Folder))
        {
            await AssertUnreadableAsync(keyless);
        }

        Directory.Delete(keys, recursive: true);
        Directory.Move(temporary.File("backup"), keys);
        using var restored = await FileSecretStore.OpenAsync(Folder);
        Assert.Equal("value", await restored.GetAsync(Name, SecretAge.Now, default));
    }

    [Fact]
    public async Task Lock_held_for_too_long_is_unavailable()
    {
        using var store = await FileSecretStore.OpenAsync(Folder, TimeSpan.FromMilliseconds(20));
        await using var held = new FileStream(Path.Combine(Folder, "secrets.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var refused = await Assert.ThrowsAsync<SecretsUnavailableException>(() => store.SetAsync(Name, "hidden", default));

        Assert.Contains("secrets.lock", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", refused.ToString(), StringComparison.Ordinal);
        Assert.Null(await store.GetAsync(Name, SecretAge.Now, default));
    }

    [Fact]
    public async Task Folder_gone_while_running_is_unavailable()
    {
        using var store = await FileSecretStore.OpenAsync(Folder);
        Directory.Delete(Folder, recursive: true);

        var refused = await Assert.ThrowsAsync<SecretsUnavailableException>(() => store.SetAsync(Name, "value", default));

        Assert.Contains(Folder, refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<SecretsUnavailableException>(() => store.GetAsync(Name, SecretAge.Now, default));
    }

    private async Task AssertUnreadableAsync(FileSecretStore store)
    {
        var read = await Assert.ThrowsAsync<SecretsUnavailableException>(() => store.GetAsync(Name, SecretAge.Now, default));
        await Assert.ThrowsAsync<SecretsUnavailableException>(() => store.SetAsync(Other, "value", default));
        Assert.Contains(File, read.Message, StringComparison.Ordinal);
        Assert.Contains("backup", read.Message, StringComparison.Ordinal);
    }
}
