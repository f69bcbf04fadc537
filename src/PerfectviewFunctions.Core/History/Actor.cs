namespace PerfectviewFunctions.Core.History;

/// <summary>Who does something, as history names him.</summary>
public readonly record struct Actor(string Name)
{
    public override string ToString() => Name;
}
