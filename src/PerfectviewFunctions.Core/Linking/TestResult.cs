using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>What came of trying credentials on the books.</summary>
public abstract record TestResult
{
    private TestResult()
    {
    }

    /// <summary>Remarks on what was filled in.</summary>
    public IReadOnlyList<FormNote> Notes { get; init; } = [];

    /// <param name="Accounts">How many ledger accounts the administration has.</param>
    /// <param name="Warnings">What would keep invoices from being booked in it.</param>
    public sealed record Works(AdministrationFit Administration, int Accounts, IReadOnlyList<Reason> Warnings) : TestResult;

    /// <param name="IsPassing">Nothing is known of the credentials: the books could not be asked, and may be asked again later.</param>
    /// <param name="RetryAfter">When the books said how long to wait.</param>
    public sealed record Fails(Reason Reason, bool IsPassing, TimeSpan? RetryAfter = null) : TestResult;
}

/// <summary>Which administration credentials open, seen from the tenant.</summary>
public enum AdministrationFit
{
    /// <summary>The first one: the tenant was never linked.</summary>
    First,

    /// <summary>The one that the tenant is, or was, linked to.</summary>
    Same,

    /// <summary>Another one.</summary>
    Other,

    /// <summary>It can't be seen; an operator has to say.</summary>
    Unknown,
}
