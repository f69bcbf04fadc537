using Microsoft.AspNetCore.Components;
using PerfectviewFunctions.Web.Pages.Languages;

namespace PerfectviewFunctions.Web.Pages.Layout;

/// <summary>Any part of a page: it knows the page it is on.</summary>
public abstract class ViewPart : ComponentBase
{
    [CascadingParameter]
    public PageContext Page { get; set; } = null!;

    /// <summary>The texts in the reader's language.</summary>
    protected Texts T => Page.Texts;
}

/// <summary>The main part of a page, made of what was read for it.</summary>
public abstract class PageView<TModel> : ViewPart
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;
}
