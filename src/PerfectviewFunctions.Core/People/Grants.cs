using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.People;

/// <summary>What a person may do with a tenant, and who said so.</summary>
/// <param name="Name">For those who read the list; the sign-in does not go by it.</param>
public sealed record RoleGrant(PersonId Person, Role Role, string? Name, string GrantedBy, DateTimeOffset GrantedAt)
{
    internal RowValues ToValues() => new()
    {
        { "role", Role.ToString() }, { "name", Name }, { "grantedBy", GrantedBy }, { "grantedAt", GrantedAt },
    };

    internal static RoleGrant Read(PersonId person, Row row) => new(
        person,
        Enum.Parse<Role>(row.Values.Text("role")),
        row.Values.TextOrNull("name"),
        row.Values.Text("grantedBy"),
        row.Values.Instant("grantedAt"));
}

/// <summary>A person who runs the deployment, and who said so.</summary>
public sealed record OperatorGrant(PersonId Person, string? Name, string GrantedBy, DateTimeOffset GrantedAt)
{
    internal RowValues ToValues() => new() { { "name", Name }, { "grantedBy", GrantedBy }, { "grantedAt", GrantedAt } };

    internal static OperatorGrant Read(PersonId person, Row row) =>
        new(person, row.Values.TextOrNull("name"), row.Values.Text("grantedBy"), row.Values.Instant("grantedAt"));
}
