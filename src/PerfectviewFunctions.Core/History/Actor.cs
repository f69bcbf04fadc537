namespace PerfectviewFunctions.Core.History;

/// <summary>Who does something, as history names him.</summary>
public readonly record struct Actor(string Name)
{
    /// <summary>A person by the object id of his account alone: history may say what he is called, a log may not.</summary>
    public string ForLog => Name.EndsWith(')') && Name.LastIndexOf('(') is >= 0 and var start ? Name[(start + 1)..^1] : Name;

    public override string ToString() => Name;
}
