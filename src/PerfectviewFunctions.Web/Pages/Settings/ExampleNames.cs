using PerfectviewFunctions.Core.Relations;

namespace PerfectviewFunctions.Web.Pages.Settings;

/// <summary>Three names as each choice would write them: one with all its parts, one without initials, one without a first name.</summary>
internal static class ExampleNames
{
    private static readonly IReadOnlyList<DebtorDetails> People =
    [
        new("", IsPerson: true) { FirstName = "Sanne", Initials = "S.M.", MiddleName = "van der", LastName = "Berg" },
        new("", IsPerson: true) { FirstName = "Fatima", LastName = "El Amrani" },
        new("", IsPerson: true) { Initials = "J.P.", LastName = "Jansen" },
    ];

    public static string In(PersonNameFormat format) => string.Join("; ", People.Select(person => DebtorName.Of(person, format)));
}
