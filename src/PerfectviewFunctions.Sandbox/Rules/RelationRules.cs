namespace PerfectviewFunctions.Sandbox;

/// <summary>The rules AddRelatie and UpdateRelatie apply, one of which REST shares.</summary>
internal static class RelationRules
{
    /// <param name="relation">As it would stand in the books; its id is 0 when it is new.</param>
    /// <returns>The code of the first rule that is broken; null when the relation may be stored.</returns>
    public static string? Check(SandboxRelation relation, SandboxAdministration books) => relation switch
    {
        { Code: "" } => ErrorCodes.RelationCodeMissing,
        { Name: "" } => ErrorCodes.RelationNameMissing,
        _ when relation["BP"] is not ("B" or "P") => ErrorCodes.RelationTypeInvalid,
        _ when IsCodeTaken(relation, books) => ErrorCodes.RelationCodeInUse,
        _ => null,
    };

    /// <summary>By another relation.</summary>
    public static bool IsCodeTaken(SandboxRelation relation, SandboxAdministration books) =>
        books.Relations.Any(other => other.Code == relation.Code && other.Id != relation.Id);
}
