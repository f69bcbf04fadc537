using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>Where the hosts of one test keep their rows. With the variable PVF_STORE=azurite every test that does not choose uses Table Storage.</summary>
internal abstract class RowPlace
{
    /// <summary>What a host in a process of its own is told besides its usual arguments.</summary>
    public virtual IReadOnlyList<string> Arguments => [];

    /// <summary>The place that a test gets which does not choose.</summary>
    public static async Task<RowPlace> InAsync(string folder) => Environment.GetEnvironmentVariable("PVF_STORE") switch
    {
        null or "" or "sqlite" => new SqliteFile(folder),
        "azurite" => await AzuriteTable.CreateAsync(),
        var other => throw new InvalidOperationException($"PVF_STORE is '{other}'; there are sqlite and azurite."),
    };

    /// <summary>A store on it, beside those of the hosts; to be disposed where it can be.</summary>
    public abstract IRowStore Open();

    /// <summary>Has a host in this process keep its rows there.</summary>
    public virtual void Use(IServiceCollection services)
    {
    }

    /// <summary>Every row with its version: two equal dumps mean that nothing was written in between.</summary>
    public abstract IReadOnlyList<string> Dump();
}
