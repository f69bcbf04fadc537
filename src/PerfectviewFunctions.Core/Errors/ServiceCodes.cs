namespace PerfectviewFunctions.Core.Errors;

/// <summary>The service's codes that mean more to us than a sentence: of its SOAP API (manual v5.5 §10, without dots) and of its REST API (its OpenAPI document).</summary>
internal static class ServiceCodes
{
    /// <summary>The month's look-ups are used up (SOAP only).</summary>
    public const string LookUpsUsed = "E0031";

    /// <summary>The service could not check the credentials now (SOAP only).</summary>
    public const string NotVerified = "E0017";

    /// <summary>A booking on a relation that the books do not know.</summary>
    public static bool IsRelationUnknown(string code) => code is "CMUT017" or "MUT_013";

    /// <summary>A relation code that another relation has.</summary>
    public static bool IsRelationCodeTaken(string code) => code is "CREL001" or "REL_049";
}
