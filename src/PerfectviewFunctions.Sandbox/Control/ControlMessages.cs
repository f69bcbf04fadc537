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

/// <param name="HeadNumber">The invoice number of the head; that of the first part when absent.</param>
internal sealed record CombinedPaymentRequest(
    IReadOnlyList<PaymentPart> Parts, string? HeadNumber = null, string? RelationCode = null, DateOnly? Date = null);

internal sealed record SettlementRequest(
    string CreditNumber, string InvoiceNumber, decimal? Amount = null, string? RelationCode = null, DateOnly? Date = null);

/// <param name="NumberPrefix">Followed by 1, 2, ... <paramref name="Count"/>.</param>
/// <param name="Net">Of each, excluding 21% VAT.</param>
internal sealed record InvoicesRequest(int Count, string NumberPrefix, string RelationCode, DateOnly? Date = null, decimal Net = 100)
{
    private const int MostAtOnce = 100_000;

    public bool IsMistaken => Count is < 1 or > MostAtOnce;

    public SandboxMutationLine Line =>
        new(Net, Math.Round(Net * 0.21m, 2, MidpointRounding.AwayFromZero), "HOOG_VERK_21", 21, SandboxDemo.RevenueAccount);
}

/// <summary>The mutation numbers given out, both included.</summary>
internal sealed record BookedNumbers(long First, long Last);

internal sealed record InvoiceNumberRequest(string InvoiceNumber);

/// <param name="Fields">By their names on the wire; what is not in it stays.</param>
internal sealed record RelationRequest(IReadOnlyDictionary<string, string> Fields, string? Code = null)
{
    /// <summary>A name that no field has, or a null, which JSON lets through where a text belongs.</summary>
    public bool IsMistaken => RelationFields.Unknown(Fields.Keys).Count > 0 || Fields.Values.Any(text => text is null);
}

internal sealed record CallsSummary(IReadOnlyDictionary<string, int> Counts, int SessionsOpened, IReadOnlyList<SandboxCall> Log);

/// <param name="Tenant">The secret is for its callbacks only; for all without one of their own when absent.</param>
internal sealed record CallbackSecretRequest(string? Secret, string? Tenant = null)
{
    public bool IsMistaken => Tenant?.Length == 0 || (Secret is not null && CallbackSecret.Parse(Secret) is null);
}
