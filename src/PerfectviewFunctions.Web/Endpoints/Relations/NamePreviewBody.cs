using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Web.Endpoints.Relations;

/// <summary>A name in its parts, as an event has them. Where its type is not told, one with <see cref="Name"/> is an organisation.</summary>
internal sealed record NamePreviewBody
{
    private const string Organisation = "organisation";
    private const string Person = "person";
    private const int Longest = 200;

    public string? Type { get; init; }

    public string? Name { get; init; }

    public string? Initials { get; init; }

    public string? FirstName { get; init; }

    public string? MiddleName { get; init; }

    public string? LastName { get; init; }

    /// <summary>As details of a relation that has nothing but a name.</summary>
    public DebtorDetails ToDetails() => new("", Type is null ? string.IsNullOrWhiteSpace(Name) : Type == Person)
    {
        Name = Name, Initials = Initials, FirstName = FirstName, MiddleName = MiddleName, LastName = LastName,
    };

    public IReadOnlyList<FieldFault> Faults()
    {
        var faults = new List<FieldFault>();
        if (Type is not (null or Organisation or Person))
        {
            faults.Add(new("/type", "Kies organisation of person, of laat het weg.", "Choose organisation or person, or leave it out."));
        }

        (string Field, string? Text)[] parts =
        [
            ("/name", Name), ("/initials", Initials), ("/firstName", FirstName), ("/middleName", MiddleName), ("/lastName", LastName),
        ];
        faults.AddRange(parts.Where(part => part.Text is { Length: > Longest } || part.Text?.Any(char.IsControl) == true).Select(part => new FieldFault(
            part.Field, $"Geef hoogstens {Longest} gewone tekens op één regel.", $"Give at most {Longest} plain characters on one line.")));
        faults.AddRange(parts.Where(part => part.Text is { } text && SecretLook.IsIn(text)).Select(part => SecretLook.FaultAt(part.Field)));
        return faults.Count > 0 ? faults : [.. Missing()];
    }

    private IEnumerable<FieldFault> Missing()
    {
        if (DebtorName.Of(ToDetails()).Length > 0)
        {
            yield break;
        }

        if (Type != Person)
        {
            yield return new("/name", "Geef de naam van een organisatie (name).", "Give the name of an organisation.");
        }

        if (Type != Organisation)
        {
            yield return new(
                "/lastName",
                "Geef van een persoon wat bekend is: initials, firstName, middleName, lastName.",
                "Give what is known of a person: initials, firstName, middleName, lastName.");
        }
    }
}
