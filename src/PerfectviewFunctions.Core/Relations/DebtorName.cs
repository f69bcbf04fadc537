namespace PerfectviewFunctions.Core.Relations;

/// <summary>The name under which a debtor stands in the books.</summary>
public static class DebtorName
{
    /// <summary>An organisation's name as it is; a person as first name (else initials), tussenvoegsel and last name.</summary>
    public static string Of(DebtorDetails debtor) =>
        debtor.IsPerson
            ? Words.Join(debtor.FirstName ?? debtor.Initials, debtor.MiddleName, debtor.LastName)
            : Words.Join(debtor.Name);
}
