using System.Text.RegularExpressions;

namespace PerfectviewFunctions.Azure;

/// <summary>Reads the settings as an operator would: each fault names the variable to change. Values are left out, since a key may stand in any of them.</summary>
internal static partial class AzureSettingsFaults
{
    private const string Prefix = "PERFECTVIEWFUNCTIONS_";
    private const string Tables = Prefix + "Storage__Tables";
    private const string ConnectionString = Prefix + "Storage__ConnectionString";
    private const string Table = Prefix + "Storage__Table";
    private const string Vault = Prefix + "Secrets__Vault";
    private const string Folder = Prefix + "Secrets__Folder";
    private const string ClientId = Prefix + "Identity__ClientId";

    private const string TablesExample = "the address of the storage account's tables, such as https://account.table.core.windows.net";
    private const string VaultExample = "the address of the key vault, such as https://name.vault.azure.net";

    public static IEnumerable<string> Of(AzureSettings settings, bool inAzure) =>
        [.. OfStorage(settings.Storage, inAzure), .. OfSecrets(settings.Secrets, inAzure), .. OfIdentity(settings, inAzure)];

    private static IEnumerable<string> OfStorage(StorageSettings storage, bool inAzure)
    {
        var hasString = IsSet(storage.ConnectionString);
        if (inAzure && hasString)
        {
            yield return $"{ConnectionString} must go: in Azure the storage account is reached by identity only; set {Tables} to {TablesExample}.";
        }
        else if (storage.Tables is null && !hasString)
        {
            yield return $"{Tables} is missing: set it to {TablesExample}{(inAzure ? "." : $", or, on your own machine, set {ConnectionString}.")}";
        }
        else if (storage.Tables is not null && hasString)
        {
            yield return $"{Tables} and {ConnectionString} contradict each other: set one of them.";
        }

        if (AddressFault(Tables, storage.Tables, TablesExample) is { } fault)
        {
            yield return fault;
        }

        if (!TableName().IsMatch(storage.Table) || string.Equals(storage.Table, "tables", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{Table} is not a name for a table: set it to 3 to 63 letters and digits, a letter first, other than 'tables', or leave it out.";
        }
    }

    private static IEnumerable<string> OfSecrets(SecretsSettings secrets, bool inAzure)
    {
        var hasFolder = IsSet(secrets.Folder);
        if (inAzure && hasFolder)
        {
            yield return $"{Folder} must go: in Azure secrets are kept in a key vault only; set {Vault} to {VaultExample}.";
        }
        else if (secrets.Vault is null && !hasFolder)
        {
            yield return $"{Vault} is missing: set it to {VaultExample}"
                + (inAzure ? "." : $", or, on your own machine, set {Folder} to a folder for the secrets alone.");
        }
        else if (secrets.Vault is not null && hasFolder)
        {
            yield return $"{Vault} and {Folder} contradict each other: set one of them.";
        }

        if (AddressFault(Vault, secrets.Vault, VaultExample) is { } fault)
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> OfIdentity(AzureSettings settings, bool inAzure)
    {
        var id = settings.Identity.ClientId;
        if (!IsSet(id))
        {
            if (inAzure)
            {
                yield return $"{ClientId} is missing: set it to the client id of the managed identity that is assigned to this app.";
            }
        }
        else if (!Guid.TryParseExact(id, "D", out _))
        {
            yield return $"{ClientId} is not a client id: set it to that of the managed identity, such as 00000000-0000-0000-0000-000000000000.";
        }
        else if (settings.Storage.Tables is null && settings.Secrets.Vault is null)
        {
            yield return $"{ClientId} is set, but nothing uses an identity: set {Tables} or {Vault}, or leave it out.";
        }
    }

    /// <summary>A path, a query or a user is a mistake at best (a page of the portal was copied), and a key in the wrong place at worst.</summary>
    private static string? AddressFault(string setting, Uri? address, string example)
    {
        var ok = address is null
            || (address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && address.AbsolutePath == "/"
                && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0);
        return ok ? null : $"{setting} is not the https address of a host without path, query and user: set it to {example}.";
    }

    private static bool IsSet(string? text) => !string.IsNullOrWhiteSpace(text);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]{2,62}\z", RegexOptions.None, 1000)]
    private static partial Regex TableName();
}
