using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>The books as they stand in the data file.</summary>
/// <param name="ApiTokens">Null in a file from before the REST API.</param>
internal sealed record BooksData(
    IReadOnlyList<SandboxUser> Users, IReadOnlyList<AdministrationData> Administrations, IReadOnlyList<SandboxApiToken>? ApiTokens = null);

internal sealed record AdministrationData(
    string Name,
    Guid SecurityCode2,
    DateOnly? ClosedUntil,
    long LastRelationId,
    long LastMutationNumber,
    MonthlyCount GetMutaties,
    IReadOnlyList<SandboxLedgerAccount> LedgerAccounts,
    IReadOnlyList<SandboxRelation> Relations,
    IReadOnlyList<SandboxMutation> Mutations)
{
    public static AdministrationData New(string name, Guid securityCode2, long firstLedgerId = ChartOfAccounts.FirstId) =>
        new(name, securityCode2, null, 1000, 0, new MonthlyCount("", 0), ChartOfAccounts.From(firstLedgerId), [], []);
}

/// <summary>A count that belongs to one calendar month (yyyy-MM).</summary>
internal sealed record MonthlyCount(string Month, int Calls)
{
    public int In(string month) => Month == month ? Calls : 0;
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BooksData))]
internal sealed partial class BooksJson : JsonSerializerContext;
