namespace PerfectviewFunctions.Core.Relations;

/// <summary>The name under which a debtor stands in the books.</summary>
public static class DebtorName
{
    /// <summary>As it is shown to people: a person by first name and last name.</summary>
    public static string Of(DebtorDetails debtor) => Of(debtor, PersonNameFormat.FirstAndLast);

    /// <summary>Whether that is known by which it goes: the name of an organisation, the last name of a person. A first name alone names nobody.</summary>
    internal static bool IsKnown(DebtorDetails debtor) => Words.Join(debtor.IsPerson ? debtor.LastName : debtor.Name).Length > 0;

    /// <summary>An organisation's name as it is; a person's as the tenant wants it, with whatever parts of it are known.</summary>
    public static string Of(DebtorDetails debtor, PersonNameFormat format)
    {
        if (!debtor.IsPerson)
        {
            return Words.Join(debtor.Name);
        }

        var (first, initials) = (Words.Join(debtor.FirstName), Initials.Of(debtor.Initials));
        var given = first.Length > 0 ? first : initials;
        var (last, rest) = (Words.Join(debtor.LastName), Words.Join(given, debtor.MiddleName));
        var withoutGiven = Words.Join(debtor.MiddleName, last);
        return format switch
        {
            PersonNameFormat.LastOnly when withoutGiven.Length > 0 => withoutGiven,
            PersonNameFormat.InitialsAndLast => Words.Join(initials.Length > 0 ? initials : first, withoutGiven),
            PersonNameFormat.LastThenFirst when last.Length > 0 && rest.Length > 0 => $"{last}, {rest}",
            _ => Words.Join(given, withoutGiven),
        };
    }

    /// <summary>The name in each format, to show what a choice comes to.</summary>
    public static IReadOnlyDictionary<PersonNameFormat, string> InAllFormats(DebtorDetails debtor) =>
        Enum.GetValues<PersonNameFormat>().ToDictionary(format => format, format => Of(debtor, format));
}
