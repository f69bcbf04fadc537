using System.Globalization;
using System.Text;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.People;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>How history names a person: by the name of the account and its object id, which nobody else has.</summary>
internal static class PersonName
{
    private const int MaxLength = 200;

    public static Actor ActorOf(Principal principal) => new(Of(principal.Person, principal.Name));

    private static string Of(PersonId person, string? name)
    {
        var id = $"({person.Value})";
        var clean = Clean(name ?? "", MaxLength - id.Length - 1);
        return clean.Length == 0 ? id : $"{clean} {id}";
    }

    /// <summary>Leaves out what could break a line or turn its direction, and cuts between characters.</summary>
    private static string Clean(string text, int length)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > length)
            {
                break;
            }

            if (!IsControl(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    private static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
