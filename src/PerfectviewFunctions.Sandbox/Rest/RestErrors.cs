namespace PerfectviewFunctions.Sandbox;

/// <summary>The codes of the REST API's description that the sandbox gives, each with its title in short.</summary>
internal static class RestErrors
{
    public const string InvalidValue = "ERR_002";
    public const string NoBody = "DATA_01";
    public const string Limit = "PAGE_001";
    public const string Offset = "PAGE_002";
    public const string AccountantsOnly = "EP_001";
    public const string NoPermission = "SECURITY_001";
    public const string NoAccess = "SECURITY_003";
    public const string NotAuthenticated = "SECURITY_010";
    public const string Authentication = "SECURITY_999";
    public const string SourceMissing = "API_SESSION_001";
    public const string SourcePattern = "API_SESSION_002";
    public const string TokenMissing = "API_SESSION_003";
    public const string TokenExpired = "API_SESSION_004";
    public const string LedgerNotFound = "LEDG_011";
    public const string RelationNotFound = "REL_055";
    public const string MutationNotFound = "MUT_300";
    public const string DebtorOrCreditorMissing = "MUTA_006";
    public const string DebtorOrCreditorInvalid = "MUTA_007";

    private static readonly Dictionary<string, string> Titles = new()
    {
        [InvalidValue] = "The request contains an invalid value.",
        [NoBody] = "No content body provided.",
        [Limit] = "Limit must be between 1 and 2000.",
        [Offset] = "Offset must be greater than or equal to 0.",
        [AccountantsOnly] = "Only available to accountants.",
        [NoPermission] = "No permission to access the resource.",
        [NoAccess] = "No access to the administration.",
        [NotAuthenticated] = "Not authenticated.",
        [Authentication] = "Something went wrong during authentication.",
        [SourceMissing] = "Source is missing.",
        [SourcePattern] = "Source does not match pattern.",
        [TokenMissing] = "Access token is missing or empty.",
        [TokenExpired] = "Access token has expired.",
        [LedgerNotFound] = "Ledger not found.",
        [MutationNotFound] = "Mutation not found.",
        [DebtorOrCreditorMissing] = "Credit/Debit is missing.",
        [DebtorOrCreditorInvalid] = "Credit/Debit must be 'C' or 'D'.",
    };

    public static string TitleOf(string code) =>
        Titles.GetValueOrDefault(code)
        ?? RestRelationErrors.Titles.GetValueOrDefault(code)
        ?? RestMutationErrors.Titles.GetValueOrDefault(code, "Something went wrong.");

    /// <summary>The description has no status per code: 400 for rules, 404 for what is looked for by id, 401 and 403 for security.</summary>
    public static int StatusOf(string code) => code switch
    {
        LedgerNotFound or RelationNotFound or MutationNotFound => StatusCodes.Status404NotFound,
        NotAuthenticated => StatusCodes.Status401Unauthorized,
        _ when IsSecurity(code) => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status400BadRequest,
    };

    public static bool IsSecurity(string code) => code.StartsWith("SECURITY_", StringComparison.Ordinal);
}
