using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Web.Endpoints.People;

/// <param name="Role">viewer or bookkeeper.</param>
internal sealed record PersonSent(string? Role = null, string? Name = null);

internal sealed record OperatorSent(string? Name = null);

/// <summary>Reads what is said of a person, and what is wrong with it.</summary>
internal static class PersonFields
{
    private const int MaxName = 100;

    /// <param name="text">The person of the route.</param>
    public static PersonId Person(string? text, List<FieldFault> faults)
    {
        if (!PersonId.TryParse(text, out var person))
        {
            faults.Add(PersonId.FaultAt("/person"));
        }

        return person;
    }

    public static Role Role(string? word, List<FieldFault> faults)
    {
        switch (word)
        {
            case "viewer":
                return Core.People.Role.Viewer;
            case "bookkeeper":
                return Core.People.Role.Bookkeeper;
            default:
                faults.Add(new FieldFault("/role", "Kies viewer (alleen bekijken) of bookkeeper (ook wijzigen).", "Choose viewer (look only) or bookkeeper (change too)."));
                return default;
        }
    }

    /// <returns>The name without blanks around it; null for none.</returns>
    public static string? Name(string? text, List<FieldFault> faults)
    {
        var name = text?.Trim();
        if (name is { Length: > MaxName } || name?.Any(char.IsControl) == true)
        {
            faults.Add(new FieldFault(
                "/name",
                $"Een naam heeft hoogstens {MaxName} tekens, op één regel.",
                $"A name has at most {MaxName} characters, on one line."));
        }
        else if (name is not null && SecretLook.IsIn(name))
        {
            faults.Add(SecretLook.FaultAt("/name"));
        }

        return string.IsNullOrEmpty(name) ? null : name;
    }
}
