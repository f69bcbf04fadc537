namespace PerfectviewFunctions.Core.People;

/// <summary>What a person may do with one tenant.</summary>
public enum Role
{
    /// <summary>Look at everything of the tenant.</summary>
    Viewer,

    /// <summary>Look at everything, and change it.</summary>
    Bookkeeper,
}
