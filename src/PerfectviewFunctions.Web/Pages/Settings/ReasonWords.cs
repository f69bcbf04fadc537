using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Web.Pages.Languages;

namespace PerfectviewFunctions.Web.Pages.Settings;

/// <summary>A reason as one piece of text, for a notice.</summary>
internal static class ReasonWords
{
    public static string Of(Reason reason, Texts texts)
    {
        var words = ReasonText.Render(reason);
        return texts.Of($"{words.Nl} {words.ActionNl}", $"{words.En} {words.ActionEn}").Trim();
    }
}
