using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.People;

/// <summary>
/// The rows that say who may do what. They stand in one partition, so that the two rows of a role, one to find it by its tenant and one by its
/// person, are written together.
/// </summary>
internal static class AccessRows
{
    public const string RowPartition = "access";
    public const string OperatorPrefix = "operator:";

    public static string TenantPrefix(TenantId tenant) => $"tenant:{tenant.Value}:";

    public static string PersonPrefix(PersonId person) => $"person:{person.Value}:";

    public static string ByTenant(TenantId tenant, PersonId person) => TenantPrefix(tenant) + person.Value;

    public static string ByPerson(PersonId person, TenantId tenant) => PersonPrefix(person) + tenant.Value;

    public static string Operator(PersonId person) => OperatorPrefix + person.Value;

    /// <summary>The person that a key ends in.</summary>
    public static PersonId PersonOf(Row row, string prefix) => PersonId.TryParse(row.Key[prefix.Length..], out var person)
        ? person
        : throw new InvalidDataException($"The row '{row.Key}' names no person.");

    /// <summary>The write that makes a row hold these values from now on.</summary>
    public static RowWrite ToWrite(Row? read, string key, RowValues values) =>
        read is null ? new RowWrite.Insert(key, values) : new RowWrite.Replace(key, values, read.ETag!);
}
