namespace PerfectviewFunctions.Core.Attention;

/// <summary>A count that stops at a bound, so that it costs the same however much there is.</summary>
/// <param name="More">Whether there is, or may be, more than was counted.</param>
public readonly record struct Bounded(int Count, bool More)
{
    public bool IsNone => Count == 0 && !More;

    public static Bounded operator +(Bounded left, Bounded right) => left.Add(right);

    public Bounded Add(Bounded other) => new(Count + other.Count, More || other.More);

    /// <summary>Such as 200+.</summary>
    /// <param name="number">How a number is written.</param>
    public string Text(Func<int, string> number) => More ? number(Count) + "+" : number(Count);
}
