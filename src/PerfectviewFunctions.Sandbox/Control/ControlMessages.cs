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

internal sealed record CallsSummary(IReadOnlyDictionary<string, int> Counts, int SessionsOpened, IReadOnlyList<SandboxCall> Log);
