using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.People;

internal sealed record PeopleAnswer(IReadOnlyList<PersonAnswer> People);

/// <param name="Person">The object id.</param>
/// <param name="Role">viewer or bookkeeper.</param>
internal sealed record PersonAnswer(string Person, string? Name, string Role, string GrantedBy, DateTimeOffset GrantedAt)
{
    public static PersonAnswer Of(RoleGrant grant) =>
        new(grant.Person.Value, grant.Name, AnswerJson.Word(grant.Role), grant.GrantedBy, grant.GrantedAt);
}

internal sealed record OperatorsAnswer(IReadOnlyList<OperatorAnswer> Operators);

/// <param name="Person">The object id.</param>
internal sealed record OperatorAnswer(string Person, string? Name, string GrantedBy, DateTimeOffset GrantedAt)
{
    public static OperatorAnswer Of(OperatorGrant grant) => new(grant.Person.Value, grant.Name, grant.GrantedBy, grant.GrantedAt);
}
