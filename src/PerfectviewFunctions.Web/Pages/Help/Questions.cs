using PerfectviewFunctions.Web.Pages.Languages;

namespace PerfectviewFunctions.Web.Pages.Help;

/// <summary>What people ask most: the questions of the manual, and what a link like this does not do.</summary>
internal static class Questions
{
    /// <summary>Each is a text with a question and an answer.</summary>
    private static readonly string[] Keys =
    [
        "help.costs",
        "help.howOften",
        "help.rates",
        "help.accounts",
        "help.several",
        "help.startDate",
        "help.twice",
        "help.changed",
        "help.cancel",
        "help.leading",
        "help.currency",
        "help.unlink",
        "help.whom",
    ];

    public static IEnumerable<HelpQuestion> In(Texts texts) => Keys.Select(key => new HelpQuestion(texts[key + ".question"], texts[key + ".answer"]));
}
