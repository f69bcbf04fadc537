using System.Text;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Tests.Errors;

/// <summary>Writes the error table as <c>docs/errors.md</c>.</summary>
internal static class ErrorDocument
{
    private const string Opening = """
        # Errors: message, cause, what to do

        <!-- Generated from src/PerfectviewFunctions.Core/Errors/Entries. Do not edit: change an entry and run UPDATE_DOCS=1 ./test Core -->

        Every message of the link, by code: what happened and why, and the one thing to do about it. Dutch first, as the pages show it, then
        English. Upper-case codes are e-Boekhouden's own, written without dots (`CMUT0101` is `CMUT010.1` in its manual), those with an
        underscore of its REST API; lower-case codes are the link's. Words in braces stand for the values of the case at hand. A code that is not listed is shown as
        [unknown-refusal](#unknown-refusal); a sub-code that is not listed (`CMUT0202`) as its base (`CMUT020`).

        The class says what the link does of itself:

        | class | what the link does |
        | --- | --- |
        | Transient | tries again with growing intervals, hourly at most, and never gives up |
        | Permanent | holds the invoice back until a person has looked at it |
        | Unclear | looks up whether it was done before anything is sent again |
        | Connection | pauses the whole connection; the invoices wait |
        | Session | renews the session once and repeats the call |
        | Information | nothing: nothing is wrong |


        """;

    public static string Write(IReadOnlyList<ErrorTheme> themes)
    {
        var text = new StringBuilder(Opening);
        text.Append("| group | groep |\n| --- | --- |\n");
        foreach (var theme in themes)
        {
            Row(text, $"[{theme.TitleEn}](#{theme.Id})", theme.TitleNl);
        }

        foreach (var theme in themes)
        {
            text.Append("\n<a id=\"").Append(theme.Id).Append("\"></a>\n\n## ").Append(theme.TitleNl).Append(" / ").Append(theme.TitleEn);
            text.Append("\n\n| code and class | wat er is gebeurd / what happened | wat te doen / what to do |\n| --- | --- | --- |\n");
            foreach (var entry in theme.Entries)
            {
                Row(
                    text,
                    $"<a id=\"{entry.Code}\"></a>`{entry.Code}`<br>{entry.Class}",
                    $"{entry.Nl}<br>*{entry.En}*",
                    $"{entry.ActionNl}<br>*{entry.ActionEn}*");
            }
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            text.Append("| ").Append(cell.Replace("|", @"\|", StringComparison.Ordinal)).Append(' ');
        }

        text.Append("|\n");
    }
}
