using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PerfectviewFunctions.Web.Pages.Balances;

/// <summary>Words in a drawing. As a class, since Razor has a use of its own for an element of that name.</summary>
public sealed class DrawnText : ComponentBase
{
    [Parameter, EditorRequired]
    public int X { get; set; }

    [Parameter, EditorRequired]
    public int Y { get; set; }

    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>Whether X is where the words end.</summary>
    [Parameter]
    public bool IsAtEnd { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", "chart-text");
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddAttribute(4, "text-anchor", IsAtEnd ? "end" : "start");
        builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
