namespace PerfectviewFunctions.Azure;

/// <summary>Where a host in Azure keeps rows and secrets, and as whom it reaches them.</summary>
public sealed record AzureSettings
{
    /// <summary>The Table Storage that holds the rows: by address and identity, or on a developer's machine by connection string.</summary>
    public StorageSettings Storage { get; init; } = new();

    /// <summary>What holds the secrets: a key vault, or on a developer's machine a folder.</summary>
    public SecretsSettings Secrets { get; init; } = new();

    /// <summary>As whom storage and vault are reached.</summary>
    public IdentitySettings Identity { get; init; } = new();

    /// <summary>What is wrong with these settings: one sentence each, which begins with the setting and says what to set. No value stands in any.</summary>
    /// <param name="inAzure">Whether this host runs in Azure, where only the managed identity may open anything.</param>
    public IEnumerable<string> Faults(bool inAzure) => AzureSettingsFaults.Of(this, inAzure);
}

/// <summary>The Table Storage that holds the rows: by address and identity, or on a developer's machine by connection string.</summary>
public sealed record StorageSettings
{
    /// <summary>The address of the account's tables, such as <c>https://account.table.core.windows.net</c>. It is reached by identity.</summary>
    public Uri? Tables { get; init; }

    /// <summary>Instead of <see cref="Tables"/>: a connection string. There is a key in it, so it is never printed.</summary>
    /// <remarks>Only on a developer's machine, never in Azure.</remarks>
    public string? ConnectionString { get; init; }

    /// <summary>The name of the one table that holds everything: 3 to 63 letters and digits, a letter first.</summary>
    public string Table { get; init; } = "perfectview";

    /// <summary>Without the values: either may hold a key.</summary>
    public override string ToString() =>
        $"{nameof(StorageSettings)} {{ Tables {Presence(Tables is not null)}, ConnectionString {Presence(ConnectionString is not null)} }}";

    private static string Presence(bool isSet) => isSet ? "is set" : "is not set";
}

/// <summary>What holds the secrets.</summary>
public sealed record SecretsSettings
{
    /// <summary>The address of the key vault, such as <c>https://name.vault.azure.net</c>.</summary>
    public Uri? Vault { get; init; }

    /// <summary>Instead of <see cref="Vault"/>: a folder for the secrets alone.</summary>
    /// <remarks>Only on a developer's machine, never in Azure.</remarks>
    public string? Folder { get; init; }
}

/// <summary>As whom Azure is asked.</summary>
public sealed record IdentitySettings
{
    /// <summary>The client id of the managed identity that is assigned to the app. Without one, not in Azure, it is whoever is signed in on the machine.</summary>
    public string? ClientId { get; init; }
}
