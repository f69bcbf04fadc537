namespace PerfectviewFunctions.Web.Pages.Layout;

/// <summary>How good a state is.</summary>
public enum Tone
{
    /// <summary>Nothing is asked for and nothing will happen.</summary>
    Quiet,
    Good,

    /// <summary>Being worked on; nobody has to do anything.</summary>
    Busy,
    Warn,

    /// <summary>Somebody has to do something.</summary>
    Bad,
}
