namespace PerfectviewFunctions.Sandbox;

/// <summary>The rules AddRelatie and UpdateRelatie apply.</summary>
internal static class RelationRules
{
    /// <param name="relation">As it would stand in the books; its id is 0 when it is new.</param>
    /// <returns>The code of the first rule that is broken; null when the relation may be stored.</returns>
    public static string? Check(SandboxRelation relation, SandboxAdministration books) => relation switch
    {
        { Code: "" } => ErrorCodes.RelationCodeMissing,
        { Name: "" } => ErrorCodes.RelationNameMissing,
        _ when relation["BP"] is not ("B" or "P") => ErrorCodes.RelationTypeInvalid,
        _ when books.Relations.Any(other => other.Code == relation.Code && other.Id != relation.Id) => ErrorCodes.RelationCodeInUse,
        _ => null,
    };
}
