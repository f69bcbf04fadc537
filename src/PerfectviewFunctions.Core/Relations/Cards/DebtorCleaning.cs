namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>Puts what Perfectview says of a debtor into the forms of the books.</summary>
internal static class DebtorCleaning
{
    public static CleanDebtor Clean(DebtorDetails said) => new(said, []);
}

/// <summary>Details in which every value can be used.</summary>
/// <param name="Notes">What could not be used, or not as it was; at most one for each field.</param>
internal sealed record CleanDebtor(DebtorDetails Details, IReadOnlyList<FieldNote> Notes);
