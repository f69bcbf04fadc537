using System.Diagnostics.CodeAnalysis;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.People;

/// <summary>The id of a person: the object id of the account in Microsoft Entra, a GUID of small letters with hyphens and no braces.</summary>
public readonly record struct PersonId
{
    private PersonId(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads the one form that is stored, so that a person can't stand twice under two spellings.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PersonId id)
    {
        id = TryNormalize(text, out var read) && read.Value == text ? read : default;
        return id.Value is not null;
    }

    /// <summary>As <see cref="TryParse"/>, but capitals are as good as small letters: for an id that a sign-in tells.</summary>
    public static bool TryNormalize([NotNullWhen(true)] string? text, out PersonId id)
    {
        id = Guid.TryParseExact(text, "D", out var guid) && guid != Guid.Empty ? new PersonId(guid.ToString("D")) : default;
        return id.Value is not null;
    }

    /// <summary>What is wrong with an id that can't be read.</summary>
    public static FieldFault FaultAt(string pointer) => new(
        pointer,
        "Dit is geen object-id van een account in Microsoft Entra. Neem het over van de pagina van de gebruiker in Entra: 36 tekens, kleine letters, met streepjes.",
        "This is no object id of an account in Microsoft Entra. Copy it from the user's page in Entra: 36 characters, small letters, with hyphens.");

    public override string ToString() => Value;
}
