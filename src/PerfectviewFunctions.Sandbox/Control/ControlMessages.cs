namespace PerfectviewFunctions.Sandbox;

internal sealed record AdministrationSummary(
    string Name, Guid SecurityCode2, DateOnly? ClosedUntil, int Relations, int Mutations, int GetMutatiesCallsThisMonth)
{
    public static AdministrationSummary Of(SandboxAdministration administration) => new(
        administration.Name,
        administration.SecurityCode2,
        administration.ClosedUntil,
        administration.Relations.Count,
        administration.Mutations.Count,
        administration.GetMutatiesCallsThisMonth);
}

internal sealed record ClosedUntilRequest(DateOnly? ClosedUntil);

internal sealed record PaymentRequest(string InvoiceNumber, decimal Amount, string? RelationCode = null, DateOnly? Date = null);

internal sealed record InvoiceNumberRequest(string InvoiceNumber);

/// <param name="Fields">By their names on the wire; what is not in it stays.</param>
internal sealed record RelationRequest(IReadOnlyDictionary<string, string> Fields, string? Code = null)
{
    /// <summary>A name that no field has, or a null, which JSON lets through where a text belongs.</summary>
    public bool IsMistaken => RelationFields.Unknown(Fields.Keys).Count > 0 || Fields.Values.Any(text => text is null);
}

internal sealed record CallsSummary(IReadOnlyDictionary<string, int> Counts, int SessionsOpened, IReadOnlyList<SandboxCall> Log);
