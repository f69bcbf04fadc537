using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Help;

/// <summary>Frequently asked questions, and every message with its cause and what to do; all of it, or what was searched for.</summary>
internal sealed class HelpPage : IPage
{
    /// <summary>As long as any message with its values filled in.</summary>
    private const int LongestSearch = 1000;

    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.Help, Access.TenantView);

    public Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Page.Texts;
        var written = request.Query["zoek"].ToString().Trim();
        var search = new HelpSearch(written.Length > LongestSearch ? written[..LongestSearch] : written);
        var parts = ErrorTable.Themes
            .Select(theme => new HelpPart(theme.Id, texts.Of(theme.TitleNl, theme.TitleEn), [.. Messages(theme).Where(search.Finds)]))
            .Where(part => part.Messages.Count > 0)
            .ToList();
        var questions = Questions.In(texts).Where(search.Finds).ToList();
        return request.ShowAsync<HelpView>(
            new PageHead(texts["help.title"], Section.Help), new HelpModel(search.Text, questions, parts));

        IEnumerable<HelpMessage> Messages(ErrorTheme theme) => theme.Entries.Select(entry => new HelpMessage(
            entry.Code, entry.Class, texts.Of(entry.Nl, entry.En), texts.Of(entry.ActionNl, entry.ActionEn)));
    }
}

/// <param name="Search">What was searched for; empty for all.</param>
public sealed record HelpModel(string Search, IReadOnlyList<HelpQuestion> Questions, IReadOnlyList<HelpPart> Parts);

public sealed record HelpQuestion(string Question, string Answer);

/// <param name="Id">Of the theme.</param>
public sealed record HelpPart(string Id, string Title, IReadOnlyList<HelpMessage> Messages);

/// <param name="What">The sentence, with its {placeholders}.</param>
/// <param name="Do">What to do, with its {placeholders}.</param>
public sealed record HelpMessage(string Code, ErrorClass Class, string What, string Do);
