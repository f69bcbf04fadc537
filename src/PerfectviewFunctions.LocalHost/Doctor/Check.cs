namespace PerfectviewFunctions.LocalHost.Doctor;

/// <summary>Something of the machine that was looked at.</summary>
/// <param name="ToDo">What to do where it is not fine.</param>
internal sealed record Check(CheckState State, string Text, string ToDo = "");

internal enum CheckState
{
    Fine,

    /// <summary>Somebody should know.</summary>
    Doubtful,

    /// <summary>Somebody has to do something.</summary>
    Wrong,

    /// <summary>So wrong that nothing else can be looked at.</summary>
    Broken,
}
